import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { toCloudApiError } from '../../nodes/shared/cloudApi/errors/toCloudApiError';
import type { Outbound, SendResult } from '../../nodes/shared/sending/Outbound';
import { NumberPace } from '../../nodes/shared/sending/pacing/NumberPace';
import type { Sender } from '../../nodes/shared/sending/Sender';
import { sendOutbound } from '../../nodes/shared/sending/sendOutbound';
import { openStore } from '../../nodes/shared/store/openStore';
import type { Store } from '../../nodes/shared/store/Store';
import { toSafetyMargin } from '../../nodes/shared/n8n/parameters/toSafetyMargin';
import { VirtualClock } from './pacing/VirtualClock';

const PHONE_NUMBER_ID = '106540352242922';
const BUSINESS_ACCOUNT_ID = '102290129340398';
const USER = { waId: '12025550143' };
const START_MS = Date.parse('2026-11-26T12:00:00Z');
const KEY = 'k1';
const NAME = { sendOnceKey: KEY, phoneNumberId: PHONE_NUMBER_ID, user: USER };

let clock: VirtualClock;
let pace: NumberPace;
let store: Store;
/** Codes with which Meta refuses the next messages, in order; whatever comes then is taken. */
let refusals: number[];
/** When requests left. */
let posts: number[];

beforeEach(async () => {
	clock = new VirtualClock();
	pace = new NumberPace(clock);
	store = openStore({ kind: 'embedded', path: join(mkdtempSync(join(tmpdir(), 'in-turn-')), 'sessions.sqlite') });
	refusals = [];
	posts = [];
	await store.recordEvidence([{ kind: 'inbound', phoneNumberId: PHONE_NUMBER_ID, user: USER, atMs: START_MS - 60_000 }]);
});
afterEach(async () => await store.close());

function senderOf(more: Partial<Sender> = {}): Sender {
	return {
		cloudApi: {
			async sendMessage() {
				posts.push(clock.nowMs());
				const code = refusals.shift();
				if (code !== undefined) throw toCloudApiError({ code, message: 'refused' }, { httpStatus: 400 });
				return { messageId: `wamid.${posts.length}` };
			},
			readThroughput: async () => undefined,
		},
		store,
		businessAccountId: BUSINESS_ACCOUNT_ID,
		logger: { error: () => {} },
		now: () => START_MS + clock.nowMs(),
		paceOf: () => pace,
		origin: {},
		files: { upload: async () => await Promise.reject(new Error('no files')), forget: async () => {} },
		nameOf: async () => NAME,
		...more,
	};
}

const template: Outbound = {
	item: {},
	node: { workflowId: 'w', nodeName: 'n' },
	destination: { itemIndex: 0, phoneNumberId: PHONE_NUMBER_ID, recipient: USER },
	message: { sentAs: 'template', category: 'marketing' },
	safetyMargin: toSafetyMargin(5),
	content: '',
	template: { name: 'offer', language: 'en' },
	count: 1,
	bringsFiles: false,
	makePayloads: async () => [{ type: 'template' }],
};

/** Sends, and lets the time run until it is done. */
async function send(outbound: Outbound = template, sender = senderOf()): Promise<SendResult> {
	const sending = sendOutbound(sender, outbound);
	sending.catch(() => undefined);
	await clock.runUntil(clock.nowMs() + 2 * 3_600_000);
	return await sending;
}

const onRecord = async () => (await store.findSendsByName([NAME]))[0];
const optOut = async () =>
	await store.recordConsent([
		{ businessAccountId: BUSINESS_ACCOUNT_ID, user: USER, kind: 'marketing', state: 'optedOut', atMs: START_MS, source: 'keyword', evidence: 'wamid.stop' },
	]);

describe('a message that meets a limit of Meta', () => {
	it.each<[number, number[]]>([
		[130429, [1, 2, 4, 8]],
		[80007, [1, 2, 4, 8]],
		[131056, [1, 4, 16, 64]],
		[131057, [60, 60, 60, 60]],
	])('is tried again as Meta asks: %i after %j seconds', async (code, seconds) => {
		refusals = seconds.map(() => code);
		expect(await send()).toMatchObject({ outcome: 'sent', message: { id: 'wamid.5', alreadySent: false } });
		const waits = posts.slice(1).map((atMs, index) => (atMs - posts[index]!) / 1000);
		waits.forEach((wait, index) => {
			expect(wait).toBeGreaterThanOrEqual(seconds[index]!);
			expect(wait).toBeLessThan(seconds[index]! + 1);
		});
	});

	it.each<[number, string, number, number]>([
		[130429, 'numberLimit', 16, 600],
		[131057, 'numberLimit', 11, 600],
		[80007, 'accountLimit', 16, 3_600],
		[4, 'accountLimit', 16, 3_600],
		[131056, 'personLimit', 6, 1_024],
		[131049, 'marketingLimit', 1, 86_400],
	])('that does not pass is an outcome with an instant: %i', async (code, reason, tries, seconds) => {
		refusals = Array<number>(100).fill(code);
		const result = await send();
		expect(result).toMatchObject({
			outcome: 'held',
			decision: { kind: 'later', objections: [{ reason, evidence: { code }, message: expect.stringContaining(String(code)), advice: expect.stringMatching(/\w/) }] },
		});
		expect(posts).toHaveLength(tries);
		const { sendAt } = (result as { decision: { sendAt: { toMillis(): number } } }).decision;
		expect(sendAt.toMillis()).toBe(START_MS + posts.at(-1)! + seconds * 1000);
		// Its key is free: it may go out then.
		expect(await onRecord()).toBeUndefined();
	});

	it('because of complaints is not sent, and neither is the next one of the number, for five minutes', async () => {
		refusals = [131048];
		expect(await send()).toMatchObject({ decision: { kind: 'notSent', objections: [{ reason: 'qualityLimit' }] } });
		clock = new VirtualClock();
		pace = new NumberPace(clock);
		pace.hold();
		posts = [];
		const held = sendOutbound(senderOf(), template);
		await clock.runUntil(299_000);
		expect(await held).toMatchObject({ decision: { kind: 'notSent', objections: [{ reason: 'qualityLimit', message: expect.stringMatching(/^Not tried/) }] } });
		expect(posts).toEqual([]);
		await clock.runUntil(300_000);
		expect(await send()).toMatchObject({ outcome: 'sent' });
	});

	it('of two kinds has the patience of each', async () => {
		refusals = [130429, 131056, 130429, 131056];
		expect(await send()).toMatchObject({ outcome: 'sent' });
		expect(posts.map((atMs) => Math.floor(atMs / 1000))).toEqual([0, 1, 2, 4, 8]);
	});

	it('slows everybody of the number down', async () => {
		refusals = [130429];
		const sending = sendOutbound(senderOf(), template);
		await clock.runUntil(0);
		expect(pace.perSecond).toBeCloseTo(64, 0);
		await clock.runUntil(5_000);
		await sending;
	});

	it('is no failure that is about something else', async () => {
		refusals = [131026];
		await expect(send()).rejects.toThrow(/131026/);
		expect(posts).toHaveLength(1);
	});
});

describe('while a message waits', () => {
	const waiting = async (signal?: AbortSignal) => {
		pace.pause(60_000);
		const sending = sendOutbound(senderOf({ signal }), template);
		sending.catch(() => undefined);
		await clock.runUntil(59_000);
		return sending;
	};

	it('for its turn nothing is claimed, so that a kill leaves nothing undecided', async () => {
		const sending = waiting();
		await clock.runUntil(59_000);
		expect(await onRecord()).toBeUndefined();
		await clock.runUntil(61_000);
		expect(await (await sending)).toMatchObject({ outcome: 'sent' });
	});

	it('for its next try nothing is claimed either', async () => {
		refusals = [131056, 131056, 131056];
		const sending = sendOutbound(senderOf(), template);
		await clock.runUntil(10_000);
		expect(posts).toHaveLength(3);
		expect(await onRecord()).toBeUndefined();
		await clock.runUntil(30_000);
		expect(await sending).toMatchObject({ outcome: 'sent' });
		expect(await onRecord()).toMatchObject({ state: 'sent' });
	});

	it.each(['its turn', 'its next try'])('for %s a stopped execution lets go at once, without a claim, a request or a timer', async (what) => {
		const stop = new AbortController();
		if (what === 'its turn') pace.pause(60_000);
		else refusals = [131056, 131056, 131056, 131056];
		const sending = sendOutbound(senderOf({ signal: stop.signal }), template);
		sending.catch(() => undefined);
		await clock.runUntil(30_000);
		const before = posts.length;
		stop.abort(new Error('stopped'));
		await expect(sending).rejects.toThrow('stopped');
		expect(clock.pending).toBe(0);
		await clock.runUntil(200_000);
		expect(posts).toHaveLength(before);
		expect(await onRecord()).toBeUndefined();
	});

	it('for its turn an opt-out counts that comes in meanwhile', async () => {
		const sending = waiting();
		await optOut();
		await clock.runUntil(61_000);
		expect(await (await sending)).toMatchObject({ outcome: 'held', decision: { kind: 'notSent', objections: [{ reason: 'optedOut' }] } });
		expect(posts).toEqual([]);
	});

	it('for its next try an opt-out counts that comes in meanwhile', async () => {
		refusals = [131056];
		const sending = sendOutbound(senderOf(), template);
		await clock.runUntil(500);
		await optOut();
		await clock.runUntil(2_000);
		expect(await sending).toMatchObject({ outcome: 'held', decision: { objections: [{ reason: 'optedOut' }] } });
		expect(posts).toHaveLength(1);
	});

	it('for its turn the same send by somebody else counts, also when the person has opted out since', async () => {
		const sending = waiting();
		await store.claimSends([{ ...NAME, claimId: 'other', sentAs: 'template', claimedAtMs: START_MS }]);
		await store.recordOutcomes([{ sendOnceKey: KEY, claimId: 'other', state: 'sent', messageId: 'wamid.other', sentAtMs: START_MS }]);
		await optOut();
		await clock.runUntil(61_000);
		expect(await (await sending)).toMatchObject({ outcome: 'sent', message: { id: 'wamid.other', alreadySent: true } });
		expect(posts).toEqual([]);
	});
});

describe('a try that replaces one of which nobody knows the end', () => {
	it('stays undecided when Meta refuses it for a limit, and is not sent at once', async () => {
		await store.claimSends([{ ...NAME, claimId: 'lost', sentAs: 'template', claimedAtMs: START_MS - 600_000 }]);
		await store.recordOutcomes([{ sendOnceKey: KEY, claimId: 'lost', state: 'unanswered' }]);
		jest.spyOn(store, 'hasStatusSince').mockResolvedValue(true);
		refusals = [130429];
		const sending = sendOutbound(senderOf(), { ...template, message: { ...template.message, whenUndecided: 'sendAgain' } as Outbound['message'] });
		await clock.runUntil(60_000);
		expect(await sending).toMatchObject({ outcome: 'held', decision: { kind: 'later', objections: [{ reason: 'undecided' }] } });
		expect(await onRecord()).toMatchObject({ state: 'unanswered' });
		expect(posts).toHaveLength(1);
	});
});

describe('messages that went out before', () => {
	it('give their turns back: a retry of many takes no time', async () => {
		await store.claimSends([{ ...NAME, claimId: 'done', sentAs: 'template', claimedAtMs: START_MS }]);
		await store.recordOutcomes([{ sendOnceKey: KEY, claimId: 'done', state: 'sent', messageId: 'wamid.done', sentAtMs: START_MS }]);
		const all = Array.from({ length: 300 }, async () => await sendOutbound(senderOf(), template));
		await clock.runUntil(100);
		expect((await Promise.all(all)).every((result) => result.outcome === 'sent' && result.message.alreadySent)).toBe(true);
		expect(posts).toEqual([]);
	});
});
