import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';

import type { ConsentKind } from '../../../nodes/shared/domain/Consent';
import type { FreeFormPurpose } from '../../../nodes/shared/domain/policies/Policy';
import { toCloudApiError } from '../../../nodes/shared/cloudApi/errors/toCloudApiError';
import { NumberPace } from '../../../nodes/shared/sending/pacing/NumberPace';
import type { OutboxSender } from '../../../nodes/shared/sending/outbox/OutboxSender';
import { OUTBOX_LEASE_MS, sendKept } from '../../../nodes/shared/sending/outbox/sendKept';
import { openStore } from '../../../nodes/shared/store/openStore';
import type { Store } from '../../../nodes/shared/store/Store';
import { toWebhookRecord } from '../../store/toWebhookRecord';
import { VirtualClock } from '../pacing/VirtualClock';

const WABA = '102290129340398';
const PHONE_NUMBER_ID = '106540352242922';
const START_MS = Date.parse('2026-11-26T12:00:00Z');
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const ADA = '12025550143';
const BEN = '12025550144';

let store: Store;
let nowMs: number;
/** What WhatsApp has taken: to whom, what, and by which try. */
let taken: Array<{ to: string; text: string; claimId: string }>;
/** Meta's code for the next request; undefined for what is taken. */
let refusals: Array<{ code: number; details?: string } | undefined>;

beforeEach(() => {
	store = openStore({ kind: 'embedded', path: join(mkdtempSync(join(tmpdir(), 'outbox-')), 'sessions.sqlite') });
	nowMs = START_MS;
	taken = [];
	refusals = [];
});
afterEach(async () => await store.close());

const personOf = (waId: string) => ({ phoneNumberId: PHONE_NUMBER_ID, user: { waId } });

function senderOf(more: Partial<OutboxSender> = {}): OutboxSender {
	return {
		cloudApi: {
			async sendMessage(_number, body) {
				const refusal = refusals.shift();
				if (refusal) throw toCloudApiError({ code: refusal.code, message: 'refused', error_data: { details: refusal.details ?? '' } }, { httpStatus: 400 });
				const { to, text, biz_opaque_callback_data: data } = body as { to: string; text: { body: string }; biz_opaque_callback_data: string };
				taken.push({ to: to.slice(1), text: text.body, claimId: (JSON.parse(data) as { claimId: string }).claimId });
				return { messageId: `wamid.${taken.length}` };
			},
			readThroughput: async () => undefined,
		},
		store,
		businessAccountId: WABA,
		logger: { error: () => {} },
		now: () => nowMs,
		paceOf: () => new NumberPace(new VirtualClock()),
		...more,
	};
}

async function keep(waId: string, text: string, more: { expiresAtMs?: number; count?: number; purpose?: FreeFormPurpose } = {}): Promise<void> {
	const payloads = Array.from({ length: more.count ?? 1 }, (_, index) => ({ type: 'text', text: { body: index === 0 ? text : `${text}.${index + 1}` } }));
	const names = payloads.map((_, index) => ({ sendOnceKey: `${waId} ${text} ${index}`, ...personOf(waId) }));
	await store.keepMessage({
		...{ key: `${waId} ${text}`, label: text, businessAccountId: WABA, ...personOf(waId) },
		content: JSON.stringify({ type: 'text', payloads, names, safetyMarginMs: 5 * MINUTE_MS, nodeName: 'Send', purpose: more.purpose }),
		...{ keptAtMs: nowMs, expiresAtMs: more.expiresAtMs ?? START_MS + 20 * DAY_MS },
	});
}
const write = async (waId: string) => await store.recordEvidence([{ kind: 'inbound', ...personOf(waId), atMs: nowMs }]);
const stop = async (waId: string, kind: 'marketing' | 'everything') =>
	await store.recordConsent([{ businessAccountId: WABA, user: { waId }, kind, state: 'optedOut', atMs: nowMs, source: 'keyword', evidence: 'wamid.STOP' }]);
const statesOf = async () => (await store.listOutbox({ businessAccountId: WABA, after: 0, limit: 100, atMs: nowMs })).map(({ state, reason }) => reason ?? state);
const textsOf = (waId: string) => taken.filter(({ to }) => to === waId).map(({ text }) => text);

describe('what was kept for a person', () => {
	it('goes out in order when the person has written, and once however often it is looked for', async () => {
		for (const text of ['a', 'b', 'c']) await keep(ADA, text);
		await keep(BEN, 'other');
		await write(ADA);
		expect(await sendKept(senderOf(), personOf(ADA))).toEqual({ againAtMs: undefined });
		await sendKept(senderOf(), personOf(ADA));
		expect(taken.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
		expect(await statesOf()).toEqual(['sent', 'sent', 'sent', 'kept']);
	});

	it('stays where the window is closed, and is not looked for by a timer', async () => {
		await keep(ADA, 'a');
		expect(await sendKept(senderOf(), personOf(ADA))).toEqual({ againAtMs: undefined });
		expect(await statesOf()).toEqual(['kept']);
	});

	it.each(['marketing', 'everything'] as const)('never goes out when the answer is a stop of %s', async (kind) => {
		await keep(ADA, 'a');
		await keep(ADA, 'b');
		nowMs += MINUTE_MS;
		await write(ADA);
		await stop(ADA, kind);
		await sendKept(senderOf(), personOf(ADA));
		expect(taken).toEqual([]);
		expect(await statesOf()).toEqual(['optedOut', 'optedOut']);
	});

	describe('of a kind that needs consent', () => {
		const MARKETING: FreeFormPurpose = { category: 'marketing', consent: 'requiredForMarketing' };
		const say = async (state: 'optedIn' | 'optedOut', atMs: number, kind: ConsentKind = 'marketing') =>
			await store.recordConsent([{ businessAccountId: WABA, user: { waId: ADA }, kind, state, atMs, source: 'form', evidence: `row ${atMs}` }]);
		const answer = async () => {
			nowMs += MINUTE_MS;
			await write(ADA);
			await sendKept(senderOf(), personOf(ADA));
		};

		it('goes out while the consent stands', async () => {
			await say('optedIn', nowMs - 2 * DAY_MS);
			await keep(ADA, 'sale', { purpose: MARKETING });
			await answer();
			expect(textsOf(ADA)).toEqual(['sale']);
		});

		// A list of another system, which comes late: that it was said before the message was kept is no reason to send it.
		it('never goes out when the consent was taken back meanwhile, whatever instant the opt-out names, and keeps no other one back', async () => {
			await say('optedIn', nowMs - 2 * DAY_MS);
			await keep(ADA, 'sale', { purpose: MARKETING });
			await keep(ADA, 'order');
			await say('optedOut', nowMs - DAY_MS);
			await answer();
			expect(textsOf(ADA)).toEqual(['order']);
			expect(await statesOf()).toEqual(['optedOut', 'sent']);
		});

		it('never goes out after an opt-out of its topic', async () => {
			await keep(ADA, 'news', { purpose: { category: undefined, topic: 'topic:news' } });
			await say('optedOut', nowMs - DAY_MS, 'topic:news');
			await answer();
			expect(taken).toEqual([]);
			expect(await statesOf()).toEqual(['optedOut']);
		});

		it('never goes out where the opt-in counts for nobody any more, and keeps no other one back', async () => {
			await keep(ADA, 'sale', { purpose: MARKETING });
			await keep(ADA, 'order');
			await answer();
			expect(textsOf(ADA)).toEqual(['order']);
			expect(await statesOf()).toEqual(['noOptIn', 'sent']);
		});
	});

	it('goes out whole where it is a text of several parts', async () => {
		await keep(ADA, 'long', { count: 3 });
		await write(ADA);
		await sendKept(senderOf(), personOf(ADA));
		expect(textsOf(ADA)).toEqual(['long', 'long.2', 'long.3']);
	});

	it('is given up when the person writes too late', async () => {
		await keep(ADA, 'a', { expiresAtMs: START_MS + DAY_MS });
		nowMs += DAY_MS;
		await write(ADA);
		await sendKept(senderOf(), personOf(ADA));
		expect(taken).toEqual([]);
		expect(await statesOf()).toEqual(['givenUp']);
	});

	it.each([
		['fileGone', { code: 100, details: 'Param image.id is not a valid whatsapp business account media attachment ID' }],
		['refused', { code: 131009, details: 'Parameter value is not valid' }],
	])('keeps no other message back when WhatsApp refuses one for good: %s', async (reason, refusal) => {
		await keep(ADA, 'a');
		await keep(ADA, 'b');
		await write(ADA);
		refusals = [refusal];
		await sendKept(senderOf(), personOf(ADA));
		expect(await statesOf()).toEqual([reason, 'sent']);
	});

	it('is given up when a later part of it is refused for good, and keeps nothing that follows', async () => {
		await keep(ADA, 'long', { count: 2 });
		await keep(ADA, 'next');
		await write(ADA);
		refusals = [undefined, { code: 131009, details: 'Parameter value is not valid' }];
		expect(await sendKept(senderOf(), personOf(ADA))).toEqual({ againAtMs: undefined });
		expect(textsOf(ADA)).toEqual(['long', 'next']);
		expect(await statesOf()).toEqual(['refused', 'sent']);
	});

	it('waits with all that follows when the token is refused, and goes out in order later', async () => {
		await keep(ADA, 'a');
		await keep(ADA, 'b');
		await write(ADA);
		refusals = [{ code: 190 }];
		const { againAtMs } = await sendKept(senderOf(), personOf(ADA));
		expect(await statesOf()).toEqual(['kept', 'kept']);
		nowMs = againAtMs ?? 0;
		await sendKept(senderOf(), personOf(ADA));
		expect(textsOf(ADA)).toEqual(['a', 'b']);
	});

	it('goes out once where two processes look for it at once', async () => {
		for (const text of ['a', 'b', 'c']) await keep(ADA, text);
		await write(ADA);
		await Promise.all([sendKept(senderOf(), personOf(ADA)), sendKept(senderOf(), personOf(ADA))]);
		expect(textsOf(ADA)).toEqual(['a', 'b', 'c']);
	});
});

/** A process that dies after so many calls of the store and of WhatsApp: from then on nothing that it does has any effect. */
function mortal(sender: OutboxSender, callsLeft: number): OutboxSender {
	let left = callsLeft;
	const die = () => new Error('killed');
	const spend = <Given extends unknown[], Result>(call: (...given: Given) => Promise<Result>) =>
		async (...given: Given): Promise<Result> => {
			if (left <= 0) throw die();
			left -= 1;
			const result = await call(...given);
			// It happened, and the process does not hear of it any more.
			if (left <= 0) throw die();
			return result;
		};
	const mortalStore = new Proxy(sender.store, {
		get: (target, name) => {
			const value = Reflect.get(target, name) as unknown;
			return typeof value === 'function' ? spend((value as (...given: unknown[]) => Promise<unknown>).bind(target)) : value;
		},
	});
	return { ...sender, store: mortalStore, cloudApi: { ...sender.cloudApi, sendMessage: spend(sender.cloudApi.sendMessage) as never } };
}

/** WhatsApp tells of everything that it has, and of a message of somebody else, so that silence says something. */
async function tellStatuses(): Promise<void> {
	const status = (messageId: string, claimId?: string) => ({ messageId, claimId, phoneNumberId: PHONE_NUMBER_ID, user: {}, status: 'sent', atMs: nowMs, errorCodes: [] });
	await store.recordWebhook(toWebhookRecord({ receivedAtMs: nowMs, statuses: taken.map(({ claimId }, index) => status(`wamid.${index + 1}`, claimId)) }));
	await store.claimSends([{ sendOnceKey: `foreign ${nowMs}`, ...personOf('1'), sentAs: 'freeForm', claimedAtMs: nowMs }]);
	await store.recordOutcomes([{ sendOnceKey: `foreign ${nowMs}`, state: 'sent', messageId: `foreign ${nowMs}`, sentAtMs: nowMs }]);
	await store.recordWebhook(toWebhookRecord({ deliveryId: `foreign ${nowMs}`, receivedAtMs: nowMs, statuses: [status(`foreign ${nowMs}`)] }));
}

type Step =
	| { kind: 'keep'; who: string }
	| { kind: 'write'; who: string }
	| { kind: 'send'; who: string; callsLeft: number }
	| { kind: 'wait'; minutes: number };

const who = fc.constantFrom(ADA, BEN);
const step: fc.Arbitrary<Step> = fc.oneof(
	fc.record({ kind: fc.constant('keep' as const), who }),
	fc.record({ kind: fc.constant('write' as const), who }),
	fc.record({ kind: fc.constant('send' as const), who, callsLeft: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constant(1_000)) }),
	fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 10 }) }),
);

test('whatever happens in whatever order, and wherever a process is killed, each message goes out once and in order', async () => {
	let run = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), async (steps) => {
			run += 1;
			taken = [];
			store = openStore({ kind: 'embedded', path: join(mkdtempSync(join(tmpdir(), `outbox-${run}-`)), 'sessions.sqlite') });
			nowMs = START_MS;
			const kept: Record<string, string[]> = { [ADA]: [], [BEN]: [] };
			for (const [index, one] of steps.entries()) {
				nowMs += 1;
				if (one.kind === 'wait') nowMs += one.minutes * MINUTE_MS;
				if (one.kind === 'write') await write(one.who);
				if (one.kind === 'keep') {
					kept[one.who]!.push(`${index}`);
					await keep(one.who, `${index}`);
				}
				if (one.kind === 'send') await sendKept(mortal(senderOf(), one.callsLeft), personOf(one.who)).catch(() => undefined);
			}
			// At last everybody writes, and nobody is killed any more.
			for (let round = 0; round < 6; round++) {
				nowMs += OUTBOX_LEASE_MS + 6 * MINUTE_MS;
				await tellStatuses();
				for (const waId of [ADA, BEN]) {
					await write(waId);
					await sendKept(senderOf(), personOf(waId));
				}
			}
			expect({ [ADA]: textsOf(ADA), [BEN]: textsOf(BEN) }).toEqual(kept);
			expect(new Set(await statesOf())).toEqual(kept[ADA]!.length + kept[BEN]!.length === 0 ? new Set() : new Set(['sent']));
			await store.close();
		}),
		{ numRuns: 60 },
	);
	store = openStore({ kind: 'embedded', path: join(mkdtempSync(join(tmpdir(), 'outbox-')), 'sessions.sqlite') });
}, 120_000);
