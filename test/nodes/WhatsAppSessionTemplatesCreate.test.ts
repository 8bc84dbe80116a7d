import type { IDataObject } from 'n8n-workflow';

import { WhatsAppSession } from '../../nodes/WhatsAppSession/WhatsAppSession.node';
import { openForm } from '../support/openForm';
import { openTemplateAdmin, type TemplateAdminStage } from '../support/openTemplateAdmin';
import { byName, filled, toBinary } from '../support/openTemplateStage';

const APP_ID = '645829310472918';
const NOTHING = '={{ $json.nothing }}';

const node = new WhatsAppSession();
let stage: TemplateAdminStage;

beforeEach(async () => void (stage = await openTemplateAdmin()));
afterEach(async () => await stage.close());

const examples = (values: Record<string, string>) => ({
	values: Object.entries(values).map(([name, example]) => ({ name, example })),
});
const buttons = (...values: IDataObject[]) => ({ values });
const quickReply = (text: string) => ({ type: 'QUICK_REPLY', text });
const link = (url: string, urlExample = '') => ({ type: 'URL', text: 'Open', url, urlExample });
const form = (more: IDataObject = {}) => ({ name: 'parcel_update', body: 'Your parcel is on its way.', ...more });
const withBody = (body: string, given: Record<string, string>, more: IDataObject = {}) =>
	form({ body, bodyExamples: examples(given), ...more });

/** Lets Meta have the next template, and nobody its answer. */
function loseAnswer(): void {
	let isLost = false;
	stage.proxy.interfere = async ({ method, path, url, authorization, body }) => {
		if (isLost || method !== 'POST' || !path.endsWith('/message_templates')) return undefined;
		isLost = true;
		const headers = { authorization, 'content-type': 'application/json' };
		await fetch(`${stage.simulator.url}${url}`, { method, headers, body });
		return 'reset';
	};
}

describe('Template: Create', () => {
	it('submits everything that the form has, and shows it with the examples', async () => {
		const [created] = await stage.ask('create', {
			name: 'parcel_update',
			language: 'en_GB',
			category: 'MARKETING',
			headerType: 'TEXT',
			headerText: 'Parcel {{1}}',
			headerExample: 'JD0001',
			body: 'Hello {{1}},\nyour parcel comes on {{2}}. Bye!',
			bodyExamples: examples({ 2: 'Monday', '{{1}}': 'Ada' }),
			footer: 'Example Shop',
			buttons: buttons(
				quickReply('Stop'),
				{ type: 'URL', text: 'Track', url: 'https://shop.example/t/{{1}}', urlExample: 'JD0001' },
				{ type: 'PHONE_NUMBER', text: 'Call us', phoneNumber: '+12025550143' },
				{ type: 'COPY_CODE', code: 'SUMMER25' },
				{ type: 'FLOW', text: 'Rate us', flowId: '123456', flowScreen: 'WELCOME' },
				{ type: 'VOICE_CALL', text: 'Talk to us' },
			),
			options: { allowCategoryChange: true, messageTtlSeconds: 43_200 },
		});

		expect(created).toEqual({
			id: expect.stringMatching(/^\d+$/) as string,
			status: 'PENDING',
			category: 'MARKETING',
			name: 'parcel_update',
			language: 'en_GB',
			text:
				'Parcel JD0001\n\nHello Ada,\nyour parcel comes on Monday. Bye!\n\nExample Shop\n\n' +
				'[Stop]\n[Track: https://shop.example/t/JD0001]\n[Call us: +12025550143]\n[COPY_CODE: SUMMER25]\n[Rate us]\n[Talk to us]',
		});
		const [template] = await stage.templates('parcel_update');
		expect(template).toMatchObject({ language: 'en_GB', category: 'MARKETING', parameter_format: 'POSITIONAL' });
		expect(template?.components).toEqual([
			{ type: 'HEADER', format: 'TEXT', text: 'Parcel {{1}}', example: { header_text: ['JD0001'] } },
			{ type: 'BODY', text: 'Hello {{1}},\nyour parcel comes on {{2}}. Bye!', example: { body_text: [['Ada', 'Monday']] } },
			{ type: 'FOOTER', text: 'Example Shop' },
			{
				type: 'BUTTONS',
				buttons: [
					{ type: 'QUICK_REPLY', text: 'Stop' },
					{ type: 'URL', text: 'Track', url: 'https://shop.example/t/{{1}}', example: ['https://shop.example/t/JD0001'] },
					{ type: 'PHONE_NUMBER', text: 'Call us', phone_number: '+12025550143' },
					{ type: 'COPY_CODE', example: 'SUMMER25' },
					{ type: 'FLOW', text: 'Rate us', flow_id: '123456', flow_action: 'navigate', navigate_screen: 'WELCOME' },
					{ type: 'VOICE_CALL', text: 'Talk to us' },
				],
			},
		]);
		expect(JSON.parse(stage.proxy.requests.at(-1)?.body ?? '')).toMatchObject({
			allow_category_change: true,
			message_send_ttl_seconds: 43_200,
		});
	});

	it('takes named variables', async () => {
		const [created] = await stage.ask('create', {
			...withBody('Hello {{first_name}}, thank you!', { first_name: 'Ada' }),
			parameterFormat: 'NAMED',
			headerType: 'TEXT',
			headerText: 'Order {{order_id}}',
			headerExample: '1042',
		});
		expect(created?.text).toBe('Order 1042\n\nHello Ada, thank you!');
		expect((await stage.templates('parcel_update'))[0]).toMatchObject({
			parameter_format: 'NAMED',
			components: [
				{ example: { header_text_named_params: [{ param_name: 'order_id', example: '1042' }] } },
				{ example: { body_text_named_params: [{ param_name: 'first_name', example: 'Ada' }] } },
			],
		});
	});

	it('writes an authentication template from its three choices', async () => {
		const [created] = await stage.ask('create', {
			name: 'login',
			category: 'AUTHENTICATION',
			codeButtonText: 'Copy it',
			codeExpirationMinutes: 5,
			addSecurityRecommendation: true,
		});
		expect(created?.text).toBe('*{{1}}* is your verification code.\n\nThis code expires in 5 minutes.\n\n[Copy it]');
		expect(JSON.parse(stage.proxy.requests.at(-1)?.body ?? '')).toMatchObject({
			components: [
				{ type: 'BODY', add_security_recommendation: true },
				{ type: 'FOOTER', code_expiration_minutes: 5 },
				{ type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy it' }] },
			],
		});
		expect(await stage.templates('login')).toHaveLength(1);
	});

	it('leaves the expiration of a code out when it is 0', async () => {
		await stage.ask('create', { name: 'login', category: 'AUTHENTICATION', codeExpirationMinutes: 0 });
		expect(stage.proxy.requests.at(-1)?.body).not.toContain('FOOTER');
	});

	test.each([
		['IMAGE', 'image/png'],
		['VIDEO', 'video/mp4'],
		['DOCUMENT', 'application/pdf'],
	])('uploads the sample of a header %s for the app, byte by byte', async (headerType, mimeType) => {
		const credential = { ...stage.credential, appId: APP_ID, graphApiBaseUrl: stage.simulator.url };
		const bytes = Buffer.from([0, 255, 254, 10, 13, 128, 65]);
		const items = [{ json: {}, binary: { picture: toBinary(bytes, { mimeType, fileName: 'sample' }) } }];
		const { outputs, error } = await stage.run('create', form({ headerType, headerSampleField: 'picture' }), items, { credential });

		expect(error?.message).toBeUndefined();
		expect(outputs[0]?.[0]?.json.text).toBe(`[${headerType.toLowerCase()}]\n\nYour parcel is on its way.`);
		const [template] = await stage.templates('parcel_update');
		expect(template?.components[0]).toMatchObject({
			format: headerType,
			example: { header_handle: [expect.stringMatching(/^4::/)] },
		});
	});

	it('needs no sample for a location', async () => {
		const [created] = await stage.ask('create', form({ headerType: 'LOCATION' }));
		expect(created?.text).toBe('[location]\n\nYour parcel is on its way.');
	});

	it('passes components in JSON on, for what the form does not have', async () => {
		const card = {
			components: [
				{ type: 'HEADER', format: 'IMAGE', example: { header_handle: ['https://scontent.example/a.png'] } },
				{ type: 'BODY', text: 'Our {{1}} plants', example: { body_text: [['green']] } },
				{ type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'More' }] },
			],
		};
		const components = [{ type: 'BODY', text: 'New plants.' }, { type: 'CAROUSEL', cards: [card, card] }];
		const parameters = { name: 'plants', category: 'MARKETING', contentFrom: 'json', components: JSON.stringify(components) };
		const [created] = await stage.ask('create', parameters);
		expect(created?.text).toBe('New plants.\n\n[image]\nOur green plants\n[More]\n\n[image]\nOur green plants\n[More]');
		expect((await stage.templates('plants'))[0]?.components).toMatchObject(components);
	});

	it('lets the nodes that send see the new template at once', async () => {
		stage.simulator.putTemplate({ name: 'old', components: [{ type: 'BODY', text: 'Hello.' }] });
		await stage.ask('preview', byName('old'));
		await stage.ask('create', withBody('Hello {{1}}, welcome.', { 1: 'Ada' }));
		const [preview] = await stage.ask('preview', { ...byName('parcel_update'), ...filled({ body_1: 'Bo' }) });
		expect(preview?.text).toBe('Hello Bo, welcome.');
	});

	it('gives the examples by their numbers, wherever the variables stand', async () => {
		const [created] = await stage.ask('create', withBody('For {{2}}: hello {{1}}!', { 2: 'you', 1: 'Ada' }));
		expect(created?.text).toBe('For you: hello Ada!');
		expect((await stage.templates('parcel_update'))[0]?.components[0]?.example).toEqual({ body_text: [['Ada', 'you']] });
	});

	it('is in the list of the editor at once', async () => {
		const list = async () => {
			const editor = openForm(node, stage.credential, { resource: 'template', operation: 'get' });
			return (await node.methods.listSearch.searchTemplates.call(editor, 'parcel_update')).results;
		};
		expect(await list()).toEqual([]);
		await stage.ask('create', form());
		expect(await list()).toHaveLength(1);
	});

	test.each<[string, IDataObject]>([
		['of text', withBody('Hello {{1}}, it is here.', { 1: 'Ada' }, { footer: 'Shop', buttons: buttons(quickReply('Stop'), link('https://a.example/{{1}}', 'x')) })],
		['of named variables', withBody('Hello {{name}}, it is here.', { name: 'Ada' }, { parameterFormat: 'NAMED' })],
		['of one-time codes', { name: 'parcel_update', category: 'AUTHENTICATION', addSecurityRecommendation: false }],
	])('finds its own template %s when it is run again because the answer was lost', async (_title, parameters) => {
		loseAnswer();
		const { error } = await stage.run('create', parameters);
		expect(error?.message).toContain('WhatsApp did not answer');
		const [again] = await stage.ask('create', parameters);
		const [own] = await stage.templates('parcel_update');
		expect(again).toMatchObject({ id: own?.id, status: own?.status, category: own?.category, name: 'parcel_update' });
	});

	test.each<[string, IDataObject]>([
		['another text', { body: 'Your parcel is here.' }],
		['a footer', { footer: 'Shop' }],
		['another category', { category: 'MARKETING' }],
	])('does not take a template of the same name for its own when it has %s', async (_title, more) => {
		await stage.ask('create', form({ options: { allowCategoryChange: false } }));
		const { error } = await stage.run('create', form({ options: { allowCategoryChange: false }, ...more }));
		expect(error?.message).toContain('there is a template of this name in this language already');
	});

	it("says in Meta's words and with advice why it refused a template", async () => {
		await stage.ask('create', form());
		const { error } = await stage.run('create', form({ body: 'Your parcel is here.' }));
		expect(error?.message).toBe('WhatsApp refused the request: there is a template of this name in this language already (code 100)');
		expect(error?.description).toContain('Edit that template, or take another name or language.');
		expect(error?.description).toContain('Meta says: There is already');
	});
});

const LONG = 'x'.repeat(1025);

/** What is refused before a request is made: the title, the parameters, the beginning of the sentence. */
const refusals: Array<[string, IDataObject, string]> = [
	['an empty name', form({ name: NOTHING }), "'Name' is empty."],
	['a name with capitals', form({ name: 'Parcel' }), "'Name' holds what WhatsApp does not allow in names: Parcel"],
	['a name of 513 characters', form({ name: 'x'.repeat(513) }), "'Name' is 513 characters long; WhatsApp allows 512."],
	['an unknown language', form({ language: '={{ "english" }}' }), "'Language' is not one that WhatsApp knows: english"],
	['an unknown category', form({ category: '={{ "NEWS" }}' }), "'Category' is not one that WhatsApp knows: NEWS"],
	['an empty body', form({ body: NOTHING }), "'Body' is empty."],
	['a body of 1,025 characters', form({ body: LONG }), "'Body' is 1025 characters long; WhatsApp allows 1024."],
	['a body that begins with a variable', withBody('{{1}} is ready.', { 1: 'It' }), "'Body' begins or ends with a variable"],
	['a body that ends with a variable', withBody('Ready: {{1}} ', { 1: 'it' }), "'Body' begins or ends with a variable"],
	['variables side by side', withBody('Hello {{1}} {{2}}!', { 1: 'a', 2: 'b' }), "'Body' has {{1}} and {{2}} without a word between them."],
	['a number that is left out', withBody('Hello {{1}}, see {{3}}.', { 1: 'a', 3: 'b' }), "'Body' has 2 variables and none of them is {{2}}."],
	['numbers that begin with 0', withBody('Hello {{0}}.', { 0: 'a' }), "'Body' has the variable {{0}}, which is no number."],
	['a name among numbered variables', withBody('Hello {{name}}.', { name: 'a' }), "'Body' has the variable {{name}}, which is no number."],
	['a number among named variables', withBody('Hello {{1}}.', { 1: 'a' }, { parameterFormat: 'NAMED' }), "'Body' has the variable {{1}}, which WhatsApp does not take as a name."],
	['a name with capitals', withBody('Hello {{Name}}.', { Name: 'a' }, { parameterFormat: 'NAMED' }), "'Body' has the variable {{Name}}, which"],
	['a name that occurs twice', withBody('Hello {{name}}, dear {{name}}.', { name: 'a' }, { parameterFormat: 'NAMED' }), "'Body' has the variable {{name}} twice."],
	['braces that are no variable', withBody('Hello {{first name}}.', {}), "'Body' has double braces that are no variable."],
	['a variable without an example', withBody('Hello {{1}}, see {{2}}.', { 1: 'a' }), "'Example Values' has no example for {{2}}."],
	['an empty example', withBody('Hello {{1}}.', { 1: ' ' }), "'Example Values' has no example for {{1}}."],
	['an example without a variable', withBody('Hello.', { 1: 'a' }), "'Example Values' has an example for {{1}}, which the text does not have."],
	['two examples for one variable', withBody('Hello {{1}}.', { 1: 'a', '{{1}}': 'b' }), "'Example Values' has two examples for {{1}}."],
	['a header of 61 characters', form({ headerType: 'TEXT', headerText: 'x'.repeat(61) }), "'Header Text' is 61 characters long; WhatsApp allows 60."],
	['an empty header', form({ headerType: 'TEXT', headerText: NOTHING }), "'Header Text' is empty."],
	['a header with two variables', form({ headerType: 'TEXT', headerText: 'A {{1}} b {{2}} c', headerExample: 'x' }), "'Header Text' has 2 variables; WhatsApp allows 1."],
	['a header variable without an example', form({ headerType: 'TEXT', headerText: 'Order {{1}}' }), "'Header Example' has no example for {{1}}."],
	['a header example without a variable', form({ headerType: 'TEXT', headerText: 'Order', headerExample: '1' }), "'Header Example' has an example for {{1}}"],
	...['An *offer*', 'An _offer_', 'An ~offer~ now', '_{{1}}_ is here', 'Take `this`', 'I \u2764\uFE0F tea', 'Tea \u{1F375}', 'Step 1\uFE0F\u20E3', 'One\ntwo'].map(
		(headerText): [string, IDataObject, string] => [
			`the header ${JSON.stringify(headerText)}`,
			form({ headerType: 'TEXT', headerText, headerExample: headerText.includes('{{') ? 'x' : '' }),
			"'Header Text' holds a line break, formatting or an emoji, which WhatsApp refuses there.",
		],
	),
	['a footer of 61 characters', form({ footer: 'x'.repeat(61) }), "'Footer' is 61 characters long; WhatsApp allows 60."],
	['a footer with a variable', form({ footer: 'For {{1}}' }), "'Footer' has a variable, which WhatsApp does not allow there."],
	['eleven buttons', form({ buttons: buttons(...Array.from({ length: 11 }, (_, index) => quickReply(`B${index}`))) }), "'Buttons' has 11 buttons; WhatsApp allows 10."],
	['three links', form({ buttons: buttons(...Array.from({ length: 3 }, () => link('https://a.example'))) }), "'Buttons' has 3 of the kind 'Visit Website'; WhatsApp allows 2."],
	['two phone numbers', form({ buttons: buttons(...Array.from({ length: 2 }, () => ({ type: 'PHONE_NUMBER', text: 'Call', phoneNumber: '+1' }))) }), "'Buttons' has 2 of the kind 'Call Phone Number'; WhatsApp allows 1."],
	['two codes', form({ buttons: buttons({ type: 'COPY_CODE', code: 'A' }, { type: 'COPY_CODE', code: 'B' }) }), "'Buttons' has 2 of the kind 'Copy Offer Code'; WhatsApp allows 1."],
	['quick replies apart', form({ buttons: buttons(quickReply('A'), link('https://a.example'), quickReply('B')) }), "'Buttons' has quick replies between other buttons."],
	['a link between two groups', form({ buttons: buttons(link('https://a.example'), quickReply('B'), link('https://b.example')) }), "'Buttons' has quick replies between other buttons."],
	['a button without text', form({ buttons: buttons(quickReply('A'), quickReply('')) }), "'Button 2 Text' is empty."],
	['a button text of 26 characters', form({ buttons: buttons(quickReply('x'.repeat(26))) }), "'Button 1 Text' is 26 characters long; WhatsApp allows 25."],
	['a link that is no address', form({ buttons: buttons(link('shop.example')) }), "'Button 1 URL' is no address: shop.example"],
	['a link with a space', form({ buttons: buttons(link('https://a.example/new in')) }), "'Button 1 URL' has a space or a line break, and no link may: https://a.example/new in"],
	['a link of 2,001 characters', form({ buttons: buttons(link(`https://a.example/${'x'.repeat(1983)}`)) }), "'Button 1 URL' is 2001 characters long; WhatsApp allows 2000."],
	['a variable within a link', form({ buttons: buttons(link('https://a.example/{{1}}/x', 'y')) }), "'Button 1 URL' may have one variable"],
	['two variables in a link', form({ buttons: buttons(link('https://a.example/{{1}}{{2}}', 'y')) }), "'Button 1 URL' may have one variable"],
	['a link variable without an example', form({ buttons: buttons(link('https://a.example/{{1}}')) }), "'Button 1 URL Example' is empty, and the address has a variable."],
	['a link example without a variable', form({ buttons: buttons(link('https://a.example/', 'y')) }), "'Button 1 URL Example' is given, and the address has no variable."],
	['a number that is none', form({ buttons: buttons({ type: 'PHONE_NUMBER', text: 'Call', phoneNumber: 'us' }) }), "'Button 1 Phone Number' is no phone number: us"],
	['a number of 21 characters', form({ buttons: buttons({ type: 'PHONE_NUMBER', text: 'Call', phoneNumber: '1'.repeat(21) }) }), "'Button 1 Phone Number' is 21 characters long; WhatsApp allows 20."],
	['a code button without an example', form({ buttons: buttons({ type: 'COPY_CODE', code: '' }) }), "'Button 1 Offer Code Example' is empty."],
	['a code of 16 characters', form({ buttons: buttons({ type: 'COPY_CODE', code: 'X'.repeat(16) }) }), "'Button 1 Offer Code Example' is 16 characters long; WhatsApp allows 15."],
	['a Flow without an ID', form({ buttons: buttons({ type: 'FLOW', text: 'Go', flowId: 'my flow' }) }), "'Button 1 Flow ID' is not a number: my flow"],
	['a code button text of 26 characters', { name: 'login', category: 'AUTHENTICATION', codeButtonText: 'x'.repeat(26) }, "'Code Button Text' is 26 characters long; WhatsApp allows 25."],
	['a code that is good for minutes in words', { name: 'login', category: 'AUTHENTICATION', codeExpirationMinutes: 'ten' }, "'Code Expiration Minutes' is not a number: ten"],
	['a code that is good for 91 minutes', { name: 'login', category: 'AUTHENTICATION', codeExpirationMinutes: 91 }, "'Code Expiration Minutes' is 91; WhatsApp takes 1 to 90."],
	['a utility message that waits for 10 seconds', form({ options: { messageTtlSeconds: 10 } }), "'Message Time-to-Live' is 10 seconds; for utility templates WhatsApp takes 30 to 43200, or -1 for 30 days."],
	['a marketing message that waits for 30 days as -1', form({ category: 'MARKETING', options: { messageTtlSeconds: -1 } }), "'Message Time-to-Live' is -1 seconds; for marketing templates WhatsApp takes 43200 to 2592000."],
	['JSON that is none', form({ contentFrom: 'json', components: '={{ "[{" }}' }), "'Components (JSON)' is a text that is not JSON."],
	['JSON that is no list of components', form({ contentFrom: 'json', components: '["BODY"]' }), "'Components (JSON)' is not a list of components."],
	['JSON without a body', form({ contentFrom: 'json', components: '[{"type": "FOOTER", "text": "Hi"}]' }), "'Components (JSON)' has no component of the type BODY."],
	['JSON with two bodies', form({ contentFrom: 'json', components: '[{"type": "BODY"}, {"type": "body"}]' }), "'Components (JSON)' has two components of the type BODY."],
	['a sample that the item does not have', form({ headerType: 'IMAGE', headerSampleField: 'photo' }), "'Sample File Field Name' names a file that the item does not have: photo"],
	['a sample of another kind', form({ headerType: 'VIDEO', headerSampleField: 'picture' }), "'Sample File Field Name' names a file of the type image/png, which cannot be the header 'video'."],
	['an empty sample', form({ headerType: 'IMAGE', headerSampleField: 'empty' }), "'Sample File Field Name' names an empty file."],
];

describe('Template: Create, before any request', () => {
	const binary = {
		picture: toBinary('PNG', { mimeType: 'image/png' }),
		empty: toBinary('', { mimeType: 'image/png' }),
	};

	test.each(refusals)('refuses %s', async (_title, parameters, message) => {
		const credential = { ...stage.credential, appId: APP_ID };
		const { error } = await stage.run('create', parameters, [{ json: {}, binary }], { credential });
		expect(error?.message).toEqual(expect.stringContaining(message));
		expect(error?.description).toMatch(/\.$/);
		expect(stage.proxy.requests).toEqual([]);
	});

	it('refuses a sample when the credential has no app to upload it for', async () => {
		const { error } = await stage.run('create', form({ headerType: 'IMAGE', headerSampleField: 'picture' }), [{ json: {}, binary }]);
		expect(error?.message).toBe("A sample file is uploaded for the Meta app, and the credential has no 'App ID'.");
		expect(stage.proxy.requests).toEqual([]);
	});

	it('refuses what else is wrong before it uploads the sample', async () => {
		const credential = { ...stage.credential, appId: APP_ID };
		const parameters = form({ headerType: 'IMAGE', headerSampleField: 'picture', footer: 'For {{1}}' });
		const { error } = await stage.run('create', parameters, [{ json: {}, binary }], { credential });
		expect(error?.message).toContain("'Footer' has a variable");
		expect(stage.proxy.requests).toEqual([]);
	});
});
