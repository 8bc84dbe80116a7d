import fc from 'fast-check';

import { WhatsAppSessionTrigger } from '../../nodes/WhatsAppSessionTrigger/WhatsAppSessionTrigger.node';
import batches from '../fixtures/webhooks/batches.json';
import calls from '../fixtures/webhooks/calls.json';
import echoes from '../fixtures/webhooks/echoes.json';
import history from '../fixtures/webhooks/history.json';
import management from '../fixtures/webhooks/management.json';
import messages from '../fixtures/webhooks/messages.json';
import statuses from '../fixtures/webhooks/statuses.json';
import preferences from '../fixtures/webhooks/user_preferences.json';
import { BUSINESS_ACCOUNT_ID, openStage, PHONE_NUMBER_ID, type Stage } from '../support/openStage';
import { postWebhook } from '../support/postWebhook';
import { runTrigger, type RunningTrigger } from '../support/runTrigger';
import { setDate } from '../support/setDate';
import { toWebhook } from '../support/toWebhook';

const node = new WhatsAppSessionTrigger();
/** When the people of the fixtures wrote. */
const WRITTEN_AT_MS = 1_763_800_000_000;
const ACCEPTED = { status: 200, text: 'EVENT_RECEIVED' };

let stage: Stage;
let trigger: RunningTrigger;

beforeEach(async () => {
	stage = await openStage();
	trigger = await runTrigger({ node, readCredential: () => stage.credential });
	setDate(WRITTEN_AT_MS + 1_000);
});
afterEach(async () => {
	jest.useRealTimers();
	await trigger.close();
	await stage.close();
});

const post = async (body: unknown) => await postWebhook(trigger.url, body);
const jsons = () => trigger.executions.flat().map(({ json }) => json);

describe('the item of a message', () => {
	it('carries what the next node needs', async () => {
		expect(await post(messages.text)).toEqual({ status: 200, text: '' });
		expect(trigger.executions).toHaveLength(1);
		expect(jsons()).toEqual([
			{
				event: 'message',
				recipient: '+15551230001',
				phoneNumberId: PHONE_NUMBER_ID,
				businessAccountId: BUSINESS_ACCOUNT_ID,
				from: '15551230001',
				profileName: 'Ana Example',
				username: null,
				message: {
					id: 'wamid.TEST0001',
					type: 'text',
					timestamp: '2025-11-22T08:26:40.000Z',
					text: 'Is my order ready?',
					repliesTo: null,
					groupId: null,
					isForwarded: false,
					isFrequentlyForwarded: false,
					referredProduct: null,
					referral: null,
					media: null,
					errors: [],
				},
				session: {
					isOpen: true,
					reason: 'open',
					lastInboundAt: '2025-11-22T08:26:40.000Z',
					closesAt: '2025-11-23T08:26:40.000Z',
					remainingSeconds: 86_399,
					evaluatedAt: '2025-11-22T08:26:41.000Z',
					phoneNumberId: PHONE_NUMBER_ID,
					recipient: { phoneNumber: '+15551230001', waId: '15551230001', bsuid: 'US.1000000000000000001' },
					freeEntryPoint: null,
					consent: { marketing: 'unknown', utility: 'unknown', authentication: 'unknown' },
					nextStep: 'freeForm',
				},
				isStale: false,
			},
		]);
	});

	it('is addressed to the BSUID when the person hides the number', async () => {
		await post(messages.bsuidOnly);
		expect(jsons()[0]).toMatchObject({
			recipient: 'DE.2000000000000000001',
			from: null,
			session: { isOpen: true, recipient: { phoneNumber: null, waId: null, bsuid: 'DE.2000000000000000001' } },
		});
	});

	it("carries the type's own object beside the readable text", async () => {
		await post(messages.image);
		expect(jsons()[0]?.message).toMatchObject({ type: 'image', text: 'The broken part', image: { id: '880000000000001' } });
		await post(messages.listReply);
		expect(jsons()[1]?.message).toMatchObject({ text: 'Home delivery', interactive: { type: 'list_reply' } });
	});

	it('says what is known of the consent of the person', async () => {
		await stage.store.recordConsent([
			{
				businessAccountId: String(stage.credential.businessAccountId),
				user: { waId: '15551230001' },
				kind: 'marketing',
				state: 'optedOut',
				atMs: WRITTEN_AT_MS - 1,
				source: 'test',
				evidence: '',
			},
		]);
		await post(messages.text);
		expect(jsons()[0]?.session).toMatchObject({ consent: { marketing: 'optedOut', utility: 'unknown' } });
	});

	const types = Object.entries(messages).filter(([, body]) => 'messages' in (body.entry[0]?.changes[0]?.value ?? {}));
	test.each(types)('is there for the case %s, and is plain JSON', async (_, body) => {
		const sent = body.entry.flatMap(({ changes }) =>
			changes.flatMap(({ value }) => (value as { messages?: Array<{ type?: string }> }).messages ?? []),
		);
		await post(body);
		expect(jsons()).toHaveLength(sent.length);
		expect(jsons()[0]).toMatchObject({ event: 'message', phoneNumberId: PHONE_NUMBER_ID });
		expect(jsons()[0]?.message).toMatchObject({ type: sent[0]?.type ?? 'unknown', id: expect.any(String) });
		expect(JSON.parse(JSON.stringify(jsons()))).toEqual(jsons());
	});

	test.each([
		['10 minutes', 600_000, false],
		['10 minutes and a millisecond', 600_001, true],
		['7 days', 7 * 86_400_000, true],
	])('that took %s to arrive is stale or not', async (_, lateMs, isStale) => {
		setDate(WRITTEN_AT_MS + lateMs);
		await post(messages.text);
		expect(jsons()[0]).toMatchObject({ isStale });
	});

	it('of a message without a timestamp opens no window', async () => {
		await post(messages.withoutTimestamp);
		expect(jsons()[0]).toMatchObject({ isStale: false, session: { isOpen: false, reason: 'noInboundOnRecord' } });
	});
});

describe('one webhook', () => {
	const text = (id: string, from: string) => ({ id, from, timestamp: '1763800000', type: 'text', text: { body: id } });

	it('with three messages of two people in two entries starts one execution of three items', async () => {
		const first = toWebhook({ messages: [text('wamid.a', '15550100001'), text('wamid.b', '15550100002')] });
		const second = toWebhook({ messages: [text('wamid.c', '15550100001')] });
		await post({ ...first, entry: [first.entry, second.entry].flat() });
		expect(trigger.executions).toHaveLength(1);
		expect(jsons().map(({ recipient, message }) => [recipient, (message as { text: string }).text])).toEqual([
			['+15550100001', 'wamid.a'],
			['+15550100002', 'wamid.b'],
			['+15550100001', 'wamid.c'],
		]);
	});

	it('that holds a message twice gives it once', async () => {
		await post(toWebhook({ messages: [text('wamid.a', '15550100001')] }, { messages: [text('wamid.a', '15550100001')] }));
		expect(jsons()).toHaveLength(1);
	});

	it('with messages, statuses and fields of every kind gives the messages', async () => {
		await post(batches.everythingAtOnce);
		expect(trigger.executions).toHaveLength(1);
		expect(jsons().length).toBeGreaterThan(1);
		expect(new Set(jsons().map(({ event }) => event))).toEqual(new Set(['message']));
	});

	const others = { ...statuses, ...calls, ...echoes, ...history, ...management, ...preferences };
	test.each([...Object.entries(others), ['statusesOnly', batches.statusesOnly], ['empty', batches.empty]] as const)(
		'without a message starts nothing: %s',
		async (_, body) => {
			expect(await post(body)).toEqual(ACCEPTED);
			expect(trigger).toMatchObject({ executions: [], failures: [] });
		},
	);

	it('with a status tells the store what became of the message', async () => {
		const claim = { sendOnceKey: 'key', phoneNumberId: PHONE_NUMBER_ID, user: { waId: '15550100001' } };
		await stage.store.claimSends([{ ...claim, sentAs: 'freeForm', claimedAtMs: WRITTEN_AT_MS }]);
		await stage.store.recordOutcomes([
			{ sendOnceKey: 'key', state: 'sent', messageId: 'wamid.out', sentAtMs: WRITTEN_AT_MS },
		]);
		const status = { id: 'wamid.out', status: 'delivered', timestamp: '1763800000', recipient_id: '15550100001' };
		expect(await post(toWebhook({ statuses: [status] }))).toEqual(ACCEPTED);
		expect((await stage.store.findSends(['wamid.out']))[0]).toMatchObject({ status: 'delivered' });
	});
});

describe('a signed webhook that cannot be read', () => {
	test.each([
		['nothing', ''],
		['null', 'null'],
		['a number', '7'],
		['a text', '"hello"'],
		['a list', '[[{}]]'],
		['no entries', '{}'],
		['entries that are none', { entry: 'x' }],
		['an entry that is none', { entry: [null, 7, 'x', [], {}] }],
		['changes that are none', { entry: [{ changes: { 0: {} } }] }],
		['a change that is none', { entry: [{ changes: [null, 'x', { field: 7 }, { field: 'messages' }] }] }],
		['a value that is none', { entry: [{ changes: [{ field: 'messages', value: [] }] }] }],
		['messages that are none', toWebhook({ messages: { id: 'wamid.x' } }, { messages: [null, 1, 'x', [], {}] })],
		['contacts that are none', toWebhook({ contacts: 7, statuses: [{}] }, { contacts: [null], messages: [[]] })],
		['statuses that are none', toWebhook({ statuses: [{ id: {}, status: [], timestamp: {}, errors: 'x' }] })],
	])('is accepted, so that Meta does not repeat it for days: %s', async (_, body) => {
		expect(await post(body)).toEqual(ACCEPTED);
		expect(trigger).toMatchObject({ executions: [], failures: [] });
		expect(JSON.stringify(trigger.logs)).toContain('parts that it cannot read');
	});

	it('of a type that is not JSON is accepted as well', async () => {
		const headers = { 'Content-Type': 'text/plain' };
		expect(await postWebhook(trigger.url, 'not JSON', { headers })).toEqual(ACCEPTED);
	});

	it.each(['text/plain', 'application/octet-stream'])('is read all the same when a proxy calls it %s', async (type) => {
		const message = { from: '15550100001', id: `wamid.${type}`, timestamp: '1763800000', type: 'text', text: { body: 'Hi' } };
		const body = JSON.stringify(toWebhook({ messages: [message] }));
		await postWebhook(trigger.url, body, { headers: { 'Content-Type': type } });
		expect(jsons()).toMatchObject([{ message: { text: 'Hi' } }]);
	});

	it('names nobody to answer to when it comes from a group, because that would be a private answer', async () => {
		const text = { body: 'Hello everybody' };
		const message = { from: '15550100001', id: 'wamid.group', timestamp: '1763800000', type: 'text', text, group_id: 'R3JvdXA' };
		await post(toWebhook({ messages: [message] }));
		expect(jsons()).toMatchObject([{ recipient: null, from: '15550100001', message: { groupId: 'R3JvdXA' } }]);
	});

	it('gives the message that can be read, whatever its members are', async () => {
		const odd = { from: '15550100001', id: 'wamid.odd', type: 'text', text: 7, timestamp: {}, context: [], referral: 'x' };
		await post(toWebhook({ contacts: [{ wa_id: 1 }, null], messages: [odd] }));
		expect(jsons()[0]).toMatchObject({ recipient: '+15550100001', message: { id: 'wamid.odd', text: null } });
	});

	it('never makes an error execution, whatever it holds', async () => {
		const member = fc.oneof(fc.jsonValue(), fc.constantFrom('text', '15550100001', '1763800000', 'wamid.z', { body: 'x' }));
		const message = fc.record({ id: member, from: member, type: member, timestamp: member, text: member }, { requiredKeys: [] });
		const value = fc.record({ messages: fc.array(message), contacts: member, statuses: fc.array(message) }, { requiredKeys: [] });
		await fc.assert(
			fc.asyncProperty(value, async (oddValue) => {
				const { status } = await post(toWebhook(oddValue));
				expect(status).toBe(200);
				expect(trigger.failures).toEqual([]);
			}),
			{ numRuns: 60 },
		);
	});
});
