import { isSameDefinition } from '../../../nodes/shared/cloudApi/templates/isSameDefinition';

const body = (more: object = {}) => ({ type: 'BODY', text: 'Hello {{1}}.', example: { body_text: [['Ada']] }, ...more });
const picture = (handle: string) => ({ type: 'HEADER', format: 'IMAGE', example: { header_handle: [handle] } });
const otp = (otp_type: string, words: object = { text: 'Copy' }) => ({ type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type, ...words }] });
const flow = (more: object) => ({ type: 'BUTTONS', buttons: [{ type: 'FLOW', text: 'Book', flow_action: 'data_exchange', ...more }] });
const codeLink = { type: 'URL', text: 'Copy', url: 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}' };
const code = { type: 'BODY', add_security_recommendation: false };

type Components = Parameters<typeof isSameDefinition>[0];

describe('a listed template', () => {
	it.each<[string, Components, Components]>([
		['equal', [body()], [body()]],
		['in another order', [picture('4::a'), body()], [body(), picture('4::a')]],
		['listed with an address in place of the handle', [picture('4::a'), body()], [picture('https://scontent.whatsapp.net/1'), body()]],
		['listed with more than was given', [body()], [body({ add: 1 })]],
		['one of codes', [code, otp('COPY_CODE')], [{ type: 'BODY', text: '{{1}} is your code.' }, { type: 'BUTTONS', buttons: [codeLink] }]],
		['one of codes whose button has words of Meta', [code, otp('COPY_CODE', {})], [code, { type: 'BUTTONS', buttons: [codeLink] }]],
		['listed with the ID of a Flow in place of its name', [body(), flow({ flow_name: 'booking' })], [body(), flow({ flow_id: '104' })]],
		['listed with the ID of a Flow in place of its JSON', [body(), flow({ flow_json: '{}' })], [body(), flow({ flow_id: '104' })]],
	])('is the submitted one when it is %s', (_, submitted, listed) => {
		expect(isSameDefinition(submitted, listed)).toBe(true);
	});

	it.each<[string, Components, Components]>([
		['another text', [body()], [body({ text: 'Bye {{1}}.' })]],
		['another example', [body()], [body({ example: { body_text: [['Bo']] } })]],
		['a part more', [body()], [body(), picture('4::a')]],
		['a part less', [body(), picture('4::a')], [body()]],
		['another kind of code button', [code, otp('ONE_TAP')], [code, { type: 'BUTTONS', buttons: [codeLink] }]],
		['other words on the code button', [code, otp('COPY_CODE', { text: 'Take it' })], [code, { type: 'BUTTONS', buttons: [codeLink] }]],
		['another Flow', [flow({ flow_id: '105' })], [flow({ flow_id: '104' })]],
		['a warning that was not wanted', [code], [{ type: 'BODY', add_security_recommendation: true }]],
	])('is another one when it has %s', (_, submitted, listed) => {
		expect(isSameDefinition(submitted, listed)).toBe(false);
	});
});
