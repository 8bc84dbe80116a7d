import { parseWebhook } from '../../../nodes/shared/webhook/parsing/parseWebhook';
import { toSessionEvidence } from '../../../nodes/shared/webhook/evidence/toSessionEvidence';
import type { MessageEvent } from '../../../nodes/shared/webhook/parsing/WebhookEvent';
import messages from '../../fixtures/webhooks/messages.json';

const RECEIVED_AT_MS = 1_763_800_100_000;
const WRITTEN_AT_MS = 1_763_800_000_000;

/** Reads one message as the only one of its webhook. */
function read(message: object, more: object = {}): MessageEvent {
	const value = { metadata: { phone_number_id: '106540352242922' }, messages: [message], ...more };
	const { events } = parseWebhook({ entry: [{ id: '1', changes: [{ field: 'messages', value }] }] }, RECEIVED_AT_MS);
	return events[0] as MessageEvent;
}

describe('a message', () => {
	test('is handed on as the very object Meta sent', () => {
		const body = structuredClone(messages.text);
		const [event] = parseWebhook(body, RECEIVED_AT_MS).events;
		expect(event?.raw).toBe(body.entry[0]?.changes[0]?.value.messages[0]);
		expect(body).toEqual(messages.text);
	});

	test('without ID gets the same stand-in in every delivery, and another one for other content', () => {
		const [first] = parseWebhook(messages.withoutId, RECEIVED_AT_MS).events as MessageEvent[];
		const [again] = parseWebhook(structuredClone(messages.withoutId), RECEIVED_AT_MS + 1).events as MessageEvent[];
		const changed = JSON.parse(JSON.stringify(messages.withoutId).replace('an ID', 'a name')) as unknown;
		const [other] = parseWebhook(changed, RECEIVED_AT_MS).events as MessageEvent[];
		expect(again?.messageId).toBe(first?.messageId);
		expect(other?.messageId).not.toBe(first?.messageId);
	});

	test('that arrives 7 days late keeps the time at which it was written', () => {
		const [event] = parseWebhook(messages.text, RECEIVED_AT_MS + 7 * 86_400_000).events;
		expect(event).toMatchObject({ atMs: WRITTEN_AT_MS });
	});

	test('dated ahead of the arrival is taken as written at the arrival', () => {
		const [event] = parseWebhook(messages.text, WRITTEN_AT_MS - 1).events;
		expect(event).toMatchObject({ atMs: WRITTEN_AT_MS - 1 });
	});

	test('has the hash of the person’s identity, where Meta sends one', () => {
		const message = { id: 'a', from: '15551230001', timestamp: '1763800000', type: 'text' };
		expect(read(message, { contacts: [{ wa_id: '15551230001', identity_key_hash: 'DF2lS5v2W6x=' }] }).identityKeyHash).toBe('DF2lS5v2W6x=');
		expect(read(message, { contacts: [{ wa_id: '15551230001' }] })).not.toHaveProperty('identityKeyHash');
	});

	test('is not given the IDs of a contact when other messages stand beside it', () => {
		const { metadata } = messages.text.entry[0]!.changes[0]!.value;
		const value = {
			metadata,
			contacts: [{ user_id: 'US.1000000000000000001' }],
			messages: [
				{ id: 'a', from: '15551230001', timestamp: '1763800000', type: 'text' },
				{ id: 'b', from: '15551230002', timestamp: '1763800000', type: 'text' },
			],
		};
		const { events } = parseWebhook({ entry: [{ changes: [{ field: 'messages', value }] }] }, RECEIVED_AT_MS);
		expect(events.map((event) => 'user' in event && event.user)).toEqual([
			{ waId: '15551230001' },
			{ waId: '15551230002' },
		]);
	});

	test.each([
		['a video in an ad', { video_url: 'v', thumbnail_url: 't' }, { mediaUrl: 'v', thumbnailUrl: 't' }],
		['an ad in Status, which has no click ID', { source_type: 'ad' }, { sourceType: 'ad' }],
		['an ad that says nothing', {}, {}],
		['an ad whose parts are no texts', { ctwa_clid: 1, headline: null, welcome_message: 'Hi' }, {}],
	])('names %s', (_, referral, reading) => {
		expect(read({ id: 'a', referral }).referral).toEqual(reading);
	});

	test.each([null, 'ad', [], 1])('has come through no ad when the referral is %j', (referral) => {
		expect(read({ id: 'a', referral })).not.toHaveProperty('referral');
	});

	test.each([
		['without ID', { type: 'image', image: { mime_type: 'image/png' } }],
		['of another type', { type: 'text', image: { id: '1' } }],
		['that is no object', { type: 'image', image: 'x' }],
		['of a type named like a member of every object', { type: 'constructor', constructor: { id: '1' } }],
	])('has no file when it comes with one %s', (_, message) => {
		expect(read({ id: 'a', ...message })).not.toHaveProperty('media');
	});

	test.each([
		['too long', 'a'.repeat(513)],
		['not storable', 'a\u0000b'],
		['not storable because an emoji in it was cut in half', 'a\ud83d'],
		['empty', ''],
		['no text', {}],
	])('gets a stand-in for an ID that is %s', (_, id) => {
		const { messageId, eventId } = read({ id, from: '15551230001', timestamp: '1763800000', type: 'text' });
		expect(messageId).toMatch(/^content\.[0-9a-f]{64}$/);
		expect(eventId).toBe(messageId);
	});
});

describe('a message that reports new IDs', () => {
	const system = (type: string, more: object) => ({ id: 'a', type: 'system', system: { type, ...more } });
	const OLD = 'US.1';
	const NEW = 'US.9';

	test.each([
		[
			'the old BSUID as the sender',
			{ ...system('user_changed_user_id', { user_id: NEW }), from_user_id: OLD },
			{ previous: { bsuid: OLD }, current: { bsuid: NEW } },
		],
		[
			'the new BSUID as the sender only',
			{ ...system('user_changed_user_id', { previous_user_id: OLD }), from_user_id: NEW },
			{ previous: { bsuid: OLD }, current: { bsuid: NEW } },
		],
		[
			'a number that stays',
			{ ...system('user_changed_user_id', { user_id: NEW, previous_user_id: OLD, wa_id: '5215512345678' }), from: '525512345678' },
			{ previous: { bsuid: OLD }, current: { bsuid: NEW, waId: '525512345678' }, keptWaId: '525512345678' },
		],
		[
			'a BSUID that stays',
			{ ...system('user_changed_number', { user_id: OLD, wa_id: '15551230009' }), from: '15551230001', from_user_id: OLD },
			{ previous: { waId: '15551230001' }, current: { bsuid: OLD, waId: '15551230009' } },
		],
		[
			'new IDs only',
			system('user_changed_number', { wa_id: '15551230009' }),
			{ previous: {}, current: { waId: '15551230009' } },
		],
		[
			'old IDs only',
			system('user_changed_user_id', { previous_user_id: OLD }),
			{ previous: { bsuid: OLD }, current: {} },
		],
		['nobody', system('user_changed_number', {}), undefined],
		['IDs that are none', system('user_changed_number', { wa_id: {}, user_id: 'US', previous_user_id: [] }), undefined],
		['another type', { ...system('customer_identity_changed', { user_id: NEW }), from_user_id: OLD }, undefined],
		['no type', { ...system('', { user_id: NEW }), from_user_id: OLD }, undefined],
		['its change in no object', { id: 'a', type: 'system', system: 'user_changed_number' }, undefined],
	])('is read when it names %s', (_, message, change) => {
		expect(read(message).identityChange).toEqual(change);
	});
});

describe('the field messages without messages', () => {
	test.each(['valueErrors', 'userActions'] as const)('is handed on as something else: %s', (name) => {
		const body = messages[name];
		const { events, skipped } = parseWebhook(body, RECEIVED_AT_MS);
		expect(skipped).toBe(0);
		expect(events).toEqual([expect.objectContaining({ event: 'other', field: 'messages' })]);
		expect(toSessionEvidence(events)).toEqual([]);
	});
});
