import { isNamedByWhatsApp } from '../../../nodes/shared/n8n/parameters/isNamedByWhatsApp';

const trigger = { event: 'message', phoneNumberId: '106540352242922', businessAccountId: null };
const builtIn = { messaging_product: 'whatsapp', metadata: { phone_number_id: '106540352242922' } };

describe('isNamedByWhatsApp', () => {
	test.each([
		['the author of a message', { ...trigger, from: '9665012345' }],
		['the recipient of a trigger', { ...trigger, recipient: '+9665012345' }],
		["the author in n8n's own trigger", { ...builtIn, messages: [{ from: '1' }, { from: '9665012345' }] }],
		["the contact in n8n's own trigger", { ...builtIn, contacts: [{ wa_id: '9665012345' }] }],
		['the wa_id that was found on record', { session: { recipient: { phoneNumber: null, waId: '9665012345' } } }],
		['the number that was found on record', { session: { recipient: { phoneNumber: '+9665012345', waId: null } } }],
	])('knows %s', (_, json) => {
		expect(isNamedByWhatsApp(json, '9665012345')).toBe(true);
		expect(isNamedByWhatsApp(json, '9665012346')).toBe(false);
	});

	test.each([
		['an item of a table', { recipient: '+9665012345', phone: '9665012345', from: '9665012345' }],
		['an item of another source with an event', { event: 'created', recipient: '+9665012345' }],
		['messages of another source', { messages: [{ from: '9665012345' }] }],
		['another spelling', { ...trigger, from: '966 501 2345' }],
		['a list in place of an object', { session: ['9665012345'] }],
		['nothing', {}],
	])('does not believe %s', (_, json) => {
		expect(isNamedByWhatsApp(json, '9665012345')).toBe(false);
	});
});
