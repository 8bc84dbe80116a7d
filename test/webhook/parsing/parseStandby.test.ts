import { parseWebhook } from '../../../nodes/shared/webhook/parsing/parseWebhook';
import management from '../../fixtures/webhooks/management.json';

const RECEIVED_AT_MS = 1_763_800_100_000;
const METADATA = { phone_number_id: '106540352242922', display_phone_number: '15550783881' };
const MESSAGE = { from: '15551230001', from_user_id: 'US.1000000000000000001', id: 'wamid.S1', timestamp: '1763800000', type: 'text', text: { body: 'Hello' } };
const CONTACTS = [{ profile: { name: 'Ana' }, wa_id: '15551230001' }];

const read = (value: object) => parseWebhook({ entry: [{ id: '1', changes: [{ field: 'standby', value }] }] }, RECEIVED_AT_MS);

describe('field standby', () => {
	it('holds messages like any other, which another responder is to answer', () => {
		const { events, skipped } = parseWebhook(management.standby, RECEIVED_AT_MS);
		expect(skipped).toBe(0);
		expect(events).toMatchObject([{ event: 'message', isStandby: true, messageId: 'wamid.TEST0055', text: 'For another app', field: 'standby', phoneNumberId: METADATA.phone_number_id }]);
	});

	test.each([
		['inside', { metadata: METADATA, standby: { contacts: CONTACTS, messages: [MESSAGE] } }],
		['outside', { metadata: METADATA, contacts: CONTACTS, standby: { messages: [MESSAGE] } }],
		['without the object between', { metadata: METADATA, contacts: CONTACTS, messages: [MESSAGE] }],
	])('names its people %s', (_, value) => {
		expect(read(value).events).toMatchObject([{ event: 'message', isStandby: true, profileName: 'Ana', messageId: 'wamid.S1' }]);
	});

	it('holds what the other responder writes, as echoes that are of no person in the business app', () => {
		const echo = { from: '15550783881', to: '15551230001', id: 'wamid.S2', timestamp: '1763800000', type: 'text', text: { body: 'I am the agent' } };
		expect(read({ metadata: METADATA, standby: { message_echoes: [echo] } }).events).toMatchObject([{ event: 'echo', field: 'standby', user: { waId: '15551230001' } }]);
	});

	test.each([
		['phone number', { to: '15551230001', recipient: '15551230001' }, { waId: '15551230001' }],
		['BSUID', { recipient: 'US.1000000000000000001' }, { bsuid: 'US.1000000000000000001' }],
	])('reads an echo that holds its message one object deeper, to a %s', (_, address, user) => {
		const message = { ...address, recipient_type: 'individual', type: 'text', text: { body: 'I am the agent' } };
		const { events } = read({ metadata: METADATA, standby: { message_echoes: [{ id: 'wamid.S3', timestamp: '1763800000', message }] } });
		expect(events).toMatchObject([{ event: 'echo', user, messageId: 'wamid.S3', type: 'text', text: 'I am the agent', atMs: 1_763_800_000_000 }]);
	});

	it('is passed on as it is where nobody knows what it holds', () => {
		expect(read({ metadata: METADATA, standby: { telepathy: 1 } }).events).toMatchObject([{ event: 'other', field: 'standby' }]);
	});
});
