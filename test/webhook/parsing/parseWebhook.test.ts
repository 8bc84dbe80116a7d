import { parseWebhook } from '../../../nodes/shared/webhook/parsing/parseWebhook';
import batches from '../../fixtures/webhooks/batches.json';
import calls from '../../fixtures/webhooks/calls.json';
import echoes from '../../fixtures/webhooks/echoes.json';
import history from '../../fixtures/webhooks/history.json';
import preferences from '../../fixtures/webhooks/user_preferences.json';
import statuses from '../../fixtures/webhooks/statuses.json';

const RECEIVED_AT_MS = 1_763_800_100_000;
const AT_MS = 1_763_800_000_000;
const ANA = { bsuid: 'US.1000000000000000001', waId: '15551230001' };
const ANA_BY_NUMBER = { waId: '15551230001' };
const DORA = { bsuid: 'DE.2000000000000000001' };

type Reading = Record<string, unknown>;

/** Reads every case of a fixture file that has one event, and compares it with its expected reading. */
function describeCorpus(title: string, cases: object, common: Reading, readings: Record<string, Reading>): void {
	describe(title, () => {
		test('of every case in the corpus has an expected reading', () => {
			expect(Object.keys(cases).sort()).toEqual(Object.keys(readings).sort());
		});

		test.each(Object.entries(readings))('is read whole: %s', (name, reading) => {
			const body = (cases as Record<string, unknown>)[name];
			const { events, skipped } = parseWebhook(body, RECEIVED_AT_MS);
			expect(skipped).toBe(0);
			expect(events).toEqual([
				{
					businessAccountId: '102290129340398',
					phoneNumberId: '106540352242922',
					displayPhoneNumber: '15550783881',
					eventId: expect.any(String) as string,
					raw: expect.any(Object) as object,
					...common,
					...reading,
				},
			]);
		});
	});
}

const BY_NAME = { user: ANA, profileName: 'Ana Example' };
const STATUS = { event: 'status', field: 'messages', messageId: 'wamid.SENT0001', atMs: AT_MS, errors: [] };
describeCorpus('a status', statuses, { ...STATUS, user: ANA_BY_NUMBER, waId: '15551230001' }, {
	sent: {
		status: 'sent',
		eventId: 'wamid.SENT0001:sent',
		price: { category: 'utility', type: 'regular', model: 'PMP', isBillable: true },
		...BY_NAME,
	},
	sentInFreeEntryPoint: {
		status: 'sent',
		price: { category: 'referral_conversion', type: 'free_entry_point', model: 'PMP', isBillable: false },
		freeUntilMs: 1_764_059_200_000,
		...BY_NAME,
	},
	delivered: { status: 'delivered', eventId: 'wamid.SENT0001:delivered', ...BY_NAME },
	read: { status: 'read', ...BY_NAME },
	played: { status: 'played' },
	failedReEngagement: {
		status: 'failed',
		errors: [
			{
				code: 131047,
				title: 'Re-engagement message',
				message: 'Re-engagement message',
				details:
					'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
			},
		],
	},
	failedWithoutRecipient: {
		status: 'failed',
		user: {},
		waId: undefined,
		errors: [{ code: 131026, title: 'Message undeliverable' }],
	},
	failedTwoErrors: { status: 'failed', errors: [{ code: 131053, title: 'Media upload error' }, { code: 131000 }] },
	sentToBsuid: { status: 'sent', user: DORA, waId: undefined, profileName: 'Dora Hidden' },
	deliveredInGroup: {
		status: 'delivered',
		eventId: 'wamid.SENT0001:delivered:US.1000000000000000001',
		groupId: '120363000000000001',
		participantId: '15551230001',
		user: ANA,
	},
	sentToGroup: { status: 'sent', groupId: 'Z3JvdXAtZXhhbXBsZQ==', user: {}, waId: undefined },
	statusOfTomorrow: { status: 'warehoused', callbackData: 'order-1042' },
});

const CALL = { event: 'call', field: 'calls', callId: 'wacid.TEST0001', callEvent: 'connect', atMs: AT_MS, errors: [] };
const BY_USER = { direction: 'USER_INITIATED' };
const BY_BUSINESS = { direction: 'BUSINESS_INITIATED' };
const ANSWERED = { callStatus: 'COMPLETED', startedAtMs: AT_MS, endedAtMs: AT_MS + 60_000, durationSeconds: 60 };
const CALL_STATUS = {
	event: 'callStatus',
	callId: 'wacid.TEST0002',
	callEvent: undefined,
	user: ANA_BY_NUMBER,
	profileName: undefined,
};
describeCorpus('a call', calls, { ...CALL, ...BY_NAME, waId: '15551230001' }, {
	userCalls: { ...BY_USER, eventId: 'wacid.TEST0001:connect' },
	userCallEnds: { ...BY_USER, eventId: 'wacid.TEST0001:terminate', callEvent: 'terminate', ...ANSWERED },
	userCallMissed: { ...BY_USER, callEvent: 'terminate', callStatus: 'FAILED' },
	userCallsBsuidOnly: { ...BY_USER, user: DORA, waId: undefined, profileName: undefined, username: 'dora.hidden' },
	userCallsWithoutContacts: { ...BY_USER, user: ANA_BY_NUMBER, profileName: undefined },
	businessCallConnects: BY_BUSINESS,
	businessCallEnds: { ...BY_BUSINESS, callEvent: 'terminate', ...ANSWERED },
	businessCallOwnNumberInTo: BY_BUSINESS,
	businessCallWithoutContacts: { ...BY_BUSINESS, user: ANA_BY_NUMBER, profileName: undefined },
	callWithoutDirection: {},
	ringing: { ...CALL_STATUS, callStatus: 'RINGING', eventId: 'wacid.TEST0002:RINGING' },
	accepted: { ...CALL_STATUS, callStatus: 'ACCEPTED' },
	acceptedBsuid: { ...CALL_STATUS, callStatus: 'ACCEPTED', user: DORA, waId: undefined, username: 'dora.hidden' },
	rejected: { ...CALL_STATUS, callStatus: 'REJECTED', ...BY_NAME },
	acceptedInFieldMessages: { ...CALL_STATUS, callStatus: 'ACCEPTED', field: 'messages' },
});

const ECHO = {
	event: 'echo',
	field: 'smb_message_echoes',
	messageId: 'wamid.ECHO0001',
	type: 'text',
	text: 'We will call you back',
	atMs: AT_MS,
	user: ANA_BY_NUMBER,
	waId: '15551230001',
};
describeCorpus('an echo', echoes, ECHO, {
	appMessage: {},
	appMessageToBsuid: { user: DORA, waId: undefined },
	appEdit: { type: 'edit', text: 'We call tomorrow', originalMessageId: 'wamid.ECHO0000' },
	appRevoke: { type: 'revoke', text: undefined, originalMessageId: 'wamid.ECHO0000' },
	otherAppMessage: { field: 'message_echoes' },
});

const PREFERENCE = {
	event: 'preference',
	field: 'user_preferences',
	category: 'marketing_messages',
	atMs: AT_MS,
	...BY_NAME,
	waId: '15551230001',
};
const STOP = { value: 'stop', detail: 'User requested to stop marketing messages' };
describeCorpus('a preference', preferences, PREFERENCE, {
	stop: STOP,
	resume: { value: 'resume', detail: 'User requested to resume marketing messages' },
	signup: { value: 'signup', detail: 'User signed up via signup link', signupId: '400000000000001' },
	stopBsuidOnly: { ...STOP, user: DORA, waId: undefined, profileName: undefined, username: 'dora.hidden' },
});

describe('history', () => {
	test('becomes one event for each conversation, and none is a message', () => {
		const { events, skipped } = parseWebhook(history.twoThreads, RECEIVED_AT_MS);
		expect(skipped).toBe(0);
		expect(events.map(({ event, raw }) => [event, raw.id])).toEqual([
			['history', '15551230001'],
			['history', '15551230002'],
		]);
	});

	test.each(['emptyChunk', 'declined'] as const)('without conversations is still reported: %s', (name) => {
		const { events, skipped } = parseWebhook(history[name], RECEIVED_AT_MS);
		expect(skipped).toBe(0);
		expect(events).toEqual([
			expect.objectContaining({ event: 'history', raw: history[name].entry[0]!.changes[0]!.value.history[0] }),
		]);
	});
});

describe('a batch', () => {
	test('is read to its last entry, change and item', () => {
		const { events, skipped } = parseWebhook(batches.everythingAtOnce, RECEIVED_AT_MS);
		expect(skipped).toBe(0);
		expect(events.map((event) => [event.event, event.phoneNumberId, event.businessAccountId])).toEqual([
			['message', '106540352242922', '102290129340398'],
			['message', '106540352242922', '102290129340398'],
			['message', '106540352242922', '102290129340398'],
			['status', '106540352242922', '102290129340398'],
			['message', '106540352242933', '102290129340398'],
			['templateChange', undefined, '102290129340398'],
			['call', '106540352242922', '102290129340777'],
			['callStatus', '106540352242922', '102290129340777'],
		]);
		expect(events.map((event) => ('profileName' in event ? event.profileName : undefined)).slice(0, 4)).toEqual([
			'Ana Example',
			'Ben Sample',
			'Ana Example',
			'Ana Example',
		]);
	});

	test('hides nothing good behind broken parts, and counts those', () => {
		const { events, skipped } = parseWebhook(batches.brokenSiblings, RECEIVED_AT_MS);
		expect(events).toEqual([
			expect.objectContaining({ event: 'message', text: 'still here', user: ANA, profileName: 'Ana Example' }),
		]);
		// Three broken entries, four broken changes, five broken messages, a broken list, a message to no number.
		expect(skipped).toBe(14);
	});

	test('keeps a message that Meta delivers twice in one request, for the store to tell apart', () => {
		expect(parseWebhook(batches.duplicate, RECEIVED_AT_MS).events).toHaveLength(2);
	});

	test('without entries is read as nothing', () => {
		expect(parseWebhook(batches.empty, RECEIVED_AT_MS)).toEqual({ events: [], skipped: 0 });
	});

	test('of 1,000 updates is read whole', () => {
		const value = batches.statusesOnly.entry[0]!.changes[0]!.value;
		const many = Array.from({ length: 1000 }, (_, index) => ({
			id: `wamid.MANY${index}`,
			from: `1555${String(index).padStart(7, '0')}`,
			timestamp: String(1_763_000_000 + index),
			type: 'text',
			text: { body: `Message ${index}` },
		}));
		const contacts = many.map(({ from }, index) => ({ wa_id: from, user_id: `US.9${index}` }));
		const change = { field: 'messages', value: { metadata: value.metadata, contacts, messages: many } };
		const { events, skipped } = parseWebhook({ entry: [{ id: '1', changes: [change] }] }, RECEIVED_AT_MS);
		expect(skipped).toBe(0);
		expect(events).toHaveLength(1000);
		expect(events[999]).toMatchObject({ text: 'Message 999', user: { waId: '15550000999', bsuid: 'US.9999' } });
	});
});

describe('a body that is no webhook', () => {
	test.each([null, true, 0, '', 'text', [], {}, { entry: null }, { entry: {} }, { entry: 'x' }])(
		'is counted as one unreadable part: %j',
		(body) => {
			expect(parseWebhook(body, RECEIVED_AT_MS)).toEqual({ events: [], skipped: 1 });
		},
	);

	test('may be nested as deep as JSON goes', () => {
		const depth = 200_000;
		const deep = JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown;
		const message = { from: '15551230001', type: 'edit', edit: deep, timestamp: '1763800000', context: deep };
		const metadata = { phone_number_id: '106540352242922' };
		const value = { metadata, contacts: deep, messages: [message], statuses: deep, errors: [{ code: 1, deep }] };
		const change = { field: 'messages', value };
		const { events } = parseWebhook({ entry: [{ changes: [change, deep] }, deep] }, RECEIVED_AT_MS);
		expect(events.map(({ event }) => event)).toEqual(['message', 'other']);
	});
});

describe('an entry that names no account', () => {
	const value = { user_preferences: [{ wa_id: ANA.waId, category: 'marketing_messages', value: 'stop', timestamp: 1 }] };
	const accountOf = (id: unknown) =>
		parseWebhook({ entry: [{ id, changes: [{ field: 'user_preferences', value }] }] }, RECEIVED_AT_MS, '7').events[0]
			?.businessAccountId;

	test.each<[string, unknown]>([
		['nothing', undefined],
		['empty text', ''],
		['null', null],
		['an object', {}],
	])('but %s belongs to the account that is given', (_, id) => {
		expect(accountOf(id)).toBe('7');
	});

	test('stays without one where none is given', () => {
		const body = { entry: [{ changes: [{ field: 'user_preferences', value }] }] };
		expect(parseWebhook(body, RECEIVED_AT_MS).events[0]).not.toHaveProperty('businessAccountId');
	});

	test('leaves those alone that name one', () => {
		expect(accountOf('102290129340398')).toBe('102290129340398');
	});
});

describe('an alarm of Meta that names neither itself nor a time', () => {
	const HOUR_MS = 3_600_000;
	const FULL_HOUR_MS = Math.ceil(RECEIVED_AT_MS / HOUR_MS) * HOUR_MS;
	const alarmAt = (receivedAtMs: number, code = 130429) => {
		const value = { metadata: { phone_number_id: '1' }, errors: [{ code, title: 'Rate limit hit' }] };
		return parseWebhook({ entry: [{ id: '1', changes: [{ field: 'messages', value }] }] }, receivedAtMs).events[0];
	};

	test.each([
		['is a repetition within the hour of its arrival', FULL_HOUR_MS, FULL_HOUR_MS + HOUR_MS - 1, true],
		['is a new one in the next hour', FULL_HOUR_MS, FULL_HOUR_MS + HOUR_MS, false],
		['is a new one when the hour ends between the two', FULL_HOUR_MS - 1, FULL_HOUR_MS, false],
		['is a new one days later', FULL_HOUR_MS, FULL_HOUR_MS + 48 * HOUR_MS, false],
	])('%s', (_, firstAtMs, secondAtMs, isRepetition) => {
		expect(alarmAt(firstAtMs)?.eventId === alarmAt(secondAtMs)?.eventId).toBe(isRepetition);
	});

	test('is another one when it says something else', () => {
		expect(alarmAt(FULL_HOUR_MS)?.eventId).not.toBe(alarmAt(FULL_HOUR_MS, 131056)?.eventId);
	});
});
