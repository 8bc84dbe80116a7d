import fc from 'fast-check';

import { MARKETING_STOP_CODE } from '../../nodes/shared/domain/isMarketingStop';
import { RE_ENGAGEMENT_CODE } from '../../nodes/shared/domain/isRefusal';
import type { UserIdentity } from '../../nodes/shared/domain/Session';
import type { SessionEvidence, SessionEvidenceKind } from '../../nodes/shared/domain/SessionEvidence';
import type { WebhookReceipt, WebhookRecord } from '../../nodes/shared/store/SessionStore';
import type { Store } from '../../nodes/shared/store/Store';
import { HOUR_MS, NOON_MS, SECOND_MS } from './instants';
import type { OpenStore } from './OpenStore';
import { toWebhookRecord } from './toWebhookRecord';

/** What happens to the store: a webhook, or the answer to one of those before it. */
type Step =
	| { kind: 'webhook'; at: number; receiver: number; delivery: number; says: Saying[] }
	| { kind: 'acknowledge' | 'release'; receiver: number; delivery: number; events: number[] };

type Saying =
	| { kind: 'evidence'; evidence: SessionEvidenceKind; user: UserIdentity; at: number }
	| { kind: 'message'; event: number; user: UserIdentity; at: number; repliesTo?: number }
	| { kind: 'status'; message: number; status: string; codes: number[]; user: UserIdentity; at: number }
	| { kind: 'consent'; user: UserIdentity; state: 'optedIn' | 'optedOut'; at: number }
	| { kind: 'renaming'; previous: UserIdentity; current: UserIdentity; at: number };

const ACCOUNT = 'waba';

/** Webhooks that arrive at once, and share a transaction. */
export function describeTogether(open: OpenStore): void {
	describe('webhooks that arrive at the same moment', () => {
		it('leave the same behind, and get the same receipts, as one after the other', async () => {
			const [together, inTurn] = [(await open()).store, (await open()).store];
			let run = 0;
			await fc.assert(
				fc.asyncProperty(fc.array(burst, { maxLength: 5 }), async (bursts) => {
					const stage = new Stage(run++);
					await stage.prepare(together);
					await stage.prepare(inTurn);
					try {
						for (const steps of bursts) {
							const seen = await Promise.all(steps.map((each) => stage.take(together, each)));
							const expected: unknown[] = [];
							for (const each of steps) expected.push(await stage.take(inTurn, each));
							expect(seen).toEqual(expected);
							stage.letTimePass();
						}
						expect(await stage.look(together)).toEqual(await stage.look(inTurn));
					} finally {
						await stage.clear(together);
						await stage.clear(inTurn);
					}
				}),
				{ numRuns: 30 },
			);
			await together.close();
			await inTurn.close();
		});

		it('are each refused alone for what is wrong with them', async () => {
			const { store } = await open();
			const good = ['1', '2', '3'].map((waId) => toWebhookRecord({ deliveryId: waId, eventIds: [waId], evidence: [inbound(waId)] }));
			const bad = toWebhookRecord({ deliveryId: 'bad', evidence: [{ ...inbound('4'), atMs: NaN }] });
			const outcomes = await Promise.allSettled([good[0], bad, good[1], good[2]].map((record) => store.recordWebhook(record as WebhookRecord)));
			expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
			const keys = ['1', '2', '3', '4'].map((waId) => ({ phoneNumberId: '1', user: { waId } }));
			expect((await store.findSessions(keys)).map((session) => session?.lastInboundAtMs)).toEqual([NOON_MS, NOON_MS, NOON_MS, undefined]);
			await store.close();
		});

		it('are read in turn when a message names a person by a number that another message takes away', async () => {
			const { store } = await open();
			const at = { askedAtMs: NOON_MS, waitsSinceMs: NOON_MS, givesUpAtMs: NOON_MS + HOUR_MS };
			const asked = { questionIds: ['q'], resumeUrl: 'url', instanceId: 'i', executionId: 'x', takesGestures: false, ...at };
			await store.recordEvidence([{ kind: 'identity', phoneNumberId: '1', user: { bsuid: 'US.b', waId: '2' }, atMs: NOON_MS }]);
			await store.recordWaits([{ waitId: 'w', phoneNumberId: '1', user: { bsuid: 'US.b' }, ...asked }]);
			await store.recordQuestion('w', ['q'], NOON_MS);
			const toMessage = (eventId: string, user: UserIdentity) => {
				const said = { phoneNumberId: '1', user, atMs: NOON_MS + SECOND_MS };
				const receivedAtMs = NOON_MS + 2 * SECOND_MS;
				const record = { deliveryId: eventId, receivedAtMs, eventIds: [eventId] };
				return toWebhookRecord({ ...record, evidence: [{ kind: 'inbound', ...said }], answers: [{ eventId, ...said }] });
			};
			const records = [toMessage('a', { waId: '2' }), toMessage('b', { bsuid: 'US.b', waId: '3' })];
			const receipts = await Promise.all(records.map((record) => store.recordWebhook(record)));
			expect(receipts.map(({ answers }) => answers?.claimed.map(({ eventId }) => eventId))).toEqual([['a'], []]);
			await store.close();
		});

		it('keep a person apart from the number that the person leaves', async () => {
			const { store } = await open();
			const [before, after] = [{ bsuid: 'US.a', waId: '1' }, { bsuid: 'US.a', waId: '2' }];
			const evidence = { kind: 'inbound', phoneNumberId: '1', atMs: NOON_MS } as const;
			await store.recordEvidence([{ ...evidence, user: before }]);
			await store.recordEvidence([{ ...evidence, kind: 'renaming', user: before }]);
			const records = [after, { waId: '2' }].map((user) => toWebhookRecord({ evidence: [{ ...evidence, user, atMs: NOON_MS + SECOND_MS }] }));
			await Promise.all(records.map((record) => store.recordWebhook(record)));
			const keys = [{ bsuid: 'US.a' }, { waId: '1' }].map((user) => ({ phoneNumberId: '1', user }));
			const [person, number] = await store.findSessions(keys);
			expect(person).toMatchObject({ waId: '2', lastInboundAtMs: NOON_MS + SECOND_MS });
			expect(number).toMatchObject({ bsuid: undefined, lastInboundAtMs: undefined });
			await store.close();
		});

		it('are all on record, however many, and each event leased to its own delivery', async () => {
			const { store } = await open();
			const records = Array.from({ length: 250 }, (_, index) =>
				toWebhookRecord({ deliveryId: `d${index}`, eventIds: [`e${index}`], evidence: [inbound(`${index % 40}`)], answers: [] }),
			);
			const receipts = await Promise.all(records.map((record) => store.recordWebhook(record)));
			expect(receipts.map(({ leased }) => leased)).toEqual(records.map(({ eventIds }) => eventIds));
			await Promise.all(records.map(({ eventIds }) => store.acknowledgeEvents('trigger', eventIds, NOON_MS)));
			const again = toWebhookRecord({ deliveryId: 'again', eventIds: records.flatMap(({ eventIds }) => eventIds) });
			expect(await store.recordWebhook(again)).toEqual({ leased: [], underWay: [] });
			await store.close();
		});
	});
}

function inbound(waId: string): SessionEvidence {
	return { kind: 'inbound', phoneNumberId: '1', user: { waId }, atMs: NOON_MS };
}

const small = fc.nat({ max: 3 });
const seconds = fc.nat({ max: 20 });
const user: fc.Arbitrary<UserIdentity> = fc.constantFrom<UserIdentity[]>(
	{ bsuid: 'US.a', waId: '1' },
	{ bsuid: 'US.a' },
	{ waId: '1' },
	{ bsuid: 'US.b', waId: '2' },
	{ bsuid: 'US.a', waId: '2' },
	{ waId: '2' },
);
const saying: fc.Arbitrary<Saying> = fc.oneof(
	{ weight: 4, arbitrary: fc.record({ kind: fc.constant('message' as const), event: small, user, at: seconds, repliesTo: fc.option(small, { nil: undefined }) }) },
	{
		weight: 4,
		arbitrary: fc.record({
			kind: fc.constant('evidence' as const),
			evidence: fc.constantFrom<SessionEvidenceKind[]>('inbound', 'referral', 'answer', 'outbound', 'identity', 'freeEntryPoint', 'renaming', 'refusal'),
			user,
			at: seconds,
		}),
	},
	{
		weight: 4,
		arbitrary: fc.record({
			kind: fc.constant('status' as const),
			message: small,
			status: fc.constantFrom('sent', 'delivered', 'read', 'failed'),
			codes: fc.constantFrom<number[][]>([], [RE_ENGAGEMENT_CODE], [MARKETING_STOP_CODE]),
			user,
			at: seconds,
		}),
	},
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('consent' as const), user, state: fc.constantFrom('optedIn' as const, 'optedOut' as const), at: seconds }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('renaming' as const), previous: user, current: user, at: seconds }) },
);
const webhook: fc.Arbitrary<Step> = fc.record({
	kind: fc.constant('webhook' as const),
	at: fc.nat({ max: 5 }),
	receiver: fc.nat({ max: 1 }),
	delivery: small,
	says: fc.array(saying, { maxLength: 3 }),
});
const answer: fc.Arbitrary<Step> = fc.record({
	kind: fc.constantFrom('acknowledge' as const, 'release' as const),
	receiver: fc.nat({ max: 1 }),
	delivery: small,
	events: fc.array(small, { maxLength: 2 }),
});
/** What happens at one moment. What an answer and a webhook of the same event do at one moment depends on which is first. */
const burst = fc.oneof({ weight: 3, arbitrary: fc.array(webhook, { maxLength: 8 }) }, { weight: 1, arbitrary: fc.array(answer, { maxLength: 4 }) });

/** One run of a story; its names are those of no other run in the same store. */
class Stage {
	private nowMs = NOON_MS;

	constructor(private readonly run: number) {}

	/** No lease ends within one burst, and some do between two. */
	letTimePass(): void {
		this.nowMs += 8 * SECOND_MS;
	}

	/** Takes back what other runs would hear of. */
	async clear(store: Store): Promise<void> {
		for (const index of [0, 1, 2]) await store.withdrawWait(this.name(`wait${index}`));
	}

	/** Questions that wait for an answer, one of them ended by a newer one, and sends on record. */
	async prepare(store: Store): Promise<void> {
		const at = { askedAtMs: NOON_MS, waitsSinceMs: NOON_MS, givesUpAtMs: NOON_MS + HOUR_MS };
		const waits = [0, 1, 2].map((index) => ({
			waitId: this.name(`wait${index}`),
			phoneNumberId: this.name('number'),
			user: this.user(index === 1 ? { bsuid: 'US.b' } : { waId: '1' }),
			questionIds: [this.name(`q${index}`)],
			resumeUrl: this.name(`url${index}`),
			instanceId: 'i',
			executionId: this.name(`x${index}`),
			takesGestures: false,
			...at,
		}));
		await store.recordWaits(waits);
		for (const [index, { waitId }] of waits.entries()) await store.recordQuestion(waitId, [this.name(`q${index}`)], NOON_MS);
		const keys = [0, 1].map((index) => this.name(`key${index}`));
		await store.claimSends(
			keys.map((sendOnceKey) => ({ sendOnceKey, phoneNumberId: this.name('number'), user: this.user({ waId: '1' }), sentAs: 'freeForm', claimedAtMs: NOON_MS })),
		);
		await store.recordOutcomes(keys.map((sendOnceKey, index) => ({ sendOnceKey, state: 'sent', messageId: this.name(`m${index}`), sentAtMs: NOON_MS })));
	}

	async take(store: Store, given: Step): Promise<unknown> {
		const receiver = this.name(`receiver${given.receiver}`);
		const deliveryId = this.name(`delivery${given.delivery}`);
		if (given.kind === 'webhook') return plain(await store.recordWebhook(this.toRecord(given, receiver, deliveryId)));
		const eventIds = given.events.map((event) => this.name(`e${event}`));
		if (given.kind === 'acknowledge') return await store.acknowledgeEvents(receiver, eventIds, this.nowMs);
		return await store.releaseEvents(receiver, deliveryId, eventIds);
	}

	/** Everything that later webhooks and sends would read. */
	async look(store: Store): Promise<unknown> {
		const users: UserIdentity[] = [{ bsuid: 'US.a' }, { waId: '1' }, { bsuid: 'US.b' }, { waId: '2' }].map((each) => this.user(each));
		const atMs = this.nowMs;
		const eventIds = [0, 1, 2, 3].map((index) => this.name(`e${index}`));
		return {
			sessions: await store.findSessions(users.map((each) => ({ phoneNumberId: this.name('number'), user: each }))),
			consent: await store.findConsent(ACCOUNT, users),
			sends: await store.findSends([0, 1, 2, 3].map((index) => this.name(`m${index}`))),
			leases: [
				await store.recordWebhook(toWebhookRecord({ receiver: this.name('receiver0'), deliveryId: 'other', receivedAtMs: atMs, eventIds })),
				await store.recordWebhook(toWebhookRecord({ receiver: this.name('receiver1'), deliveryId: 'other', receivedAtMs: atMs, eventIds })),
			],
		};
	}

	private toRecord({ at, says }: Extract<Step, { kind: 'webhook' }>, receiver: string, deliveryId: string): WebhookRecord {
		const receivedAtMs = this.nowMs + at * SECOND_MS;
		const of = <Kind extends Saying['kind']>(kind: Kind) => says.filter((each): each is Extract<Saying, { kind: Kind }> => each.kind === kind);
		const phoneNumberId = this.name('number');
		const atOf = (each: { at: number }) => NOON_MS + each.at * SECOND_MS;
		const messages = of('message');
		return toWebhookRecord({
			receiver,
			deliveryId,
			receivedAtMs,
			leaseUntilMs: receivedAtMs + 10 * SECOND_MS,
			eventIds: messages.map(({ event }) => this.name(`e${event}`)),
			evidence: [
				...messages.map((each) => ({ kind: 'inbound' as const, phoneNumberId, user: this.user(each.user), atMs: atOf(each) })),
				...of('evidence').map((each) => ({ kind: each.evidence, phoneNumberId, user: this.user(each.user), atMs: atOf(each), untilMs: atOf(each) + HOUR_MS })),
			],
			statuses: of('status').map((each) => ({
				messageId: this.name(`m${each.message}`),
				phoneNumberId,
				user: this.user(each.user),
				status: each.status,
				errorCodes: each.status === 'failed' ? each.codes : [],
				businessAccountId: ACCOUNT,
				atMs: atOf(each),
			})),
			consent: of('consent').map((each) => ({
				businessAccountId: ACCOUNT,
				user: this.user(each.user),
				kind: 'marketing' as const,
				state: each.state,
				atMs: atOf(each),
				source: 'keyword',
				evidence: this.name('said'),
			})),
			renamings: of('renaming').map((each) => ({
				businessAccountId: ACCOUNT,
				previous: this.user(each.previous),
				current: this.user(each.current),
				atMs: atOf(each),
				evidence: this.name('renamed'),
			})),
			answers: messages.map((each) => ({
				eventId: this.name(`e${each.event}`),
				phoneNumberId,
				user: this.user(each.user),
				atMs: atOf(each),
				...(each.repliesTo !== undefined && { repliesTo: this.name(`q${each.repliesTo}`) }),
			})),
		});
	}

	private user({ bsuid, waId }: UserIdentity): UserIdentity {
		return { ...(bsuid !== undefined && { bsuid: `${bsuid}.${this.run}` }), ...(waId !== undefined && { waId: `${waId}${String(this.run).padStart(8, '0')}` }) };
	}

	private name(what: string): string {
		return `${what} of ${this.run}`;
	}
}

/** Without what is undefined, and in an order that does not depend on the database. */
function plain(receipt: WebhookReceipt): unknown {
	return JSON.parse(JSON.stringify(receipt));
}
