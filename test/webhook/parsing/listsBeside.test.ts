import { parseWebhook } from '../../../nodes/shared/webhook/parsing/parseWebhook';
import { toSessionEvidence } from '../../../nodes/shared/webhook/evidence/toSessionEvidence';

const AT_MS = 1_763_800_000_000;
const metadata = { phone_number_id: '106540352242922', display_phone_number: '15550783881' };
const TEXT = { id: 'wamid.1', from: '15551230001', timestamp: '1763800000', type: 'text', text: { body: 'Hi' } };

const read = (field: string, value: object) =>
	parseWebhook({ entry: [{ id: '1', changes: [{ field, value: { metadata, ...value } }] }] }, AT_MS);
const kindsOf = (field: string, value: object) => read(field, value).events.map(({ event }) => event);

describe('lists that stand beside others in one value', () => {
	test.each([
		['messages beside a history', 'history', { history: [{ metadata: { phase: 1 } }], messages: [TEXT] }, ['history', 'history']],
		['echoes beside a history', 'history', { history: [{ metadata: {} }], message_echoes: [TEXT] }, ['history', 'history']],
		['echoes beside messages', 'messages', { messages: [TEXT], message_echoes: [{ ...TEXT, id: 'wamid.2' }] }, ['message', 'echo']],
		['clicks beside messages', 'messages', { messages: [TEXT], user_actions: [{ action_type: 'click' }] }, ['message', 'other']],
		['a list of tomorrow beside calls', 'calls', { statuses: [], votes: [{ vote: 1 }, { vote: 2 }] }, ['other', 'other']],
	])('are read too: %s', (_, field, value, kinds) => {
		expect(kindsOf(field, value)).toEqual(kinds);
		expect(read(field, value).skipped).toBe(0);
	});

	test('open no window where they are history', () => {
		expect(toSessionEvidence(read('history', { history: [{}], messages: [TEXT] }).events)).toEqual([]);
	});

	test('are counted where they are not readable', () => {
		expect(read('messages', { messages: [TEXT], votes: ['yes'] })).toMatchObject({ skipped: 1, events: [{ event: 'message' }] });
	});

	test('that introduce people are no events', () => {
		expect(kindsOf('messages', { messages: [TEXT], contacts: [{ wa_id: '15551230001' }] })).toEqual(['message']);
	});
});

describe('what a value says about the owner of its conversations', () => {
	test('comes with the message', () => {
		const conversation_context = { thread_owner: { role: 'PARTNER' } };
		const [event] = read('messages', { messages: [TEXT], conversation_context }).events;
		expect(event).toMatchObject({ event: 'message', conversationContext: conversation_context });
	});

	test.each([undefined, null, 'PARTNER', []])('is left out where it is %j', (conversation_context) => {
		const [event] = read('messages', { messages: [TEXT], conversation_context }).events;
		expect(event).not.toHaveProperty('conversationContext');
	});
});

describe('a call that failed', () => {
	const CALL = { id: 'wacid.1', to: '15551230001', direction: 'BUSINESS_INITIATED', event: 'terminate', status: 'Failed' };
	const ERROR = { code: 138006, message: 'No permission', error_data: { details: 'D' } };

	test.each([
		['beside it', { calls: [{ ...CALL }], errors: [ERROR] }],
		['in it', { calls: [{ ...CALL, errors: [ERROR] }] }],
	])('is one call, with the errors that stand %s', (_, value) => {
		expect(read('calls', value).events).toMatchObject([
			{ event: 'call', callStatus: 'FAILED', errors: [{ code: 138006, message: 'No permission', details: 'D' }] },
		]);
	});

	test('is one call where its status says so', () => {
		const status = { id: 'wacid.1', type: 'call', status: 'FAILED', recipient_id: '15551230001' };
		expect(read('calls', { statuses: [status], errors: [ERROR] }).events).toMatchObject([
			{ event: 'callStatus', callStatus: 'FAILED', errors: [{ code: 138006 }] },
		]);
	});

	test('before it began is a call of nobody', () => {
		expect(read('calls', { errors: [ERROR] }).events).toMatchObject([
			{ event: 'call', callStatus: 'FAILED', user: {}, errors: [{ code: 138006 }] },
		]);
	});

	test('of several is not guessed at', () => {
		expect(kindsOf('calls', { calls: [CALL, { ...CALL, id: 'wacid.2' }], errors: [ERROR] })).toEqual(['call', 'call', 'call']);
	});

	test('of no business number is an event all the same', () => {
		const { events } = parseWebhook({ entry: [{ id: '1', changes: [{ field: 'calls', value: { errors: [ERROR] } }] }] }, AT_MS);
		expect(events).toMatchObject([{ event: 'other', raw: ERROR }]);
	});
});
