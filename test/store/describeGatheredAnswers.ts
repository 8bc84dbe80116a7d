import fc from 'fast-check';

import type { InboundAnswer } from '../../nodes/shared/domain/InboundAnswer';
import type { AnswerOutcome, AnswerWait } from '../../nodes/shared/store/AnswerWaits';
import type { GatheredClaim, Gathering } from '../../nodes/shared/store/Gatherings';
import type { WebhookReceipt } from '../../nodes/shared/store/SessionStore';
import type { Store } from '../../nodes/shared/store/Store';
import { HOUR_MS, NOON_MS, SECOND_MS } from './instants';
import type { OpenedStore, OpenStore } from './OpenStore';
import { LEASE_MS, toWebhookRecord } from './toWebhookRecord';

const ADA = { bsuid: 'US.1', waId: '15551234567' };
const LIMITS = { waitMs: 5 * SECOND_MS, mostMessages: 4, mostMs: 12 * SECOND_MS };
const MARGIN_MS = 3 * SECOND_MS;

/** `stop` is one that cuts through. */
type Kind = 'text' | 'tap' | 'stop';
const GATHERS: Record<Kind, InboundAnswer['gathers']> = { text: 'waits', tap: 'completes', stop: undefined };

const waitOf = (name: string, askedAtMs: number, givesUpAtMs: number): AnswerWait => ({
	waitId: `wait of ${name}`,
	phoneNumberId: '1',
	user: ADA,
	questionIds: [name],
	resumeUrl: `https://n8n.example/webhook-waiting/${name}/answer?signature=s`,
	instanceId: 'instance',
	executionId: name,
	askedAtMs,
	waitsSinceMs: askedAtMs,
	givesUpAtMs,
	takesGestures: false,
});

/** A trigger that combines messages, as far as the store has to do with it. */
class Receiver {
	private deliveries = 0;

	constructor(
		private readonly store: Store,
		readonly receiver = 'trigger',
	) {}

	/** Records a message, in seconds that are as whole as WhatsApp's. */
	async record(eventId: string, kind: Kind, atMs: number, more: Partial<InboundAnswer> = {}): Promise<{ deliveryId: string; receipt: WebhookReceipt }> {
		const deliveryId = `${this.receiver} ${(this.deliveries += 1)}`;
		const answer = { eventId, phoneNumberId: '1', user: ADA, atMs, gathers: GATHERS[kind], ...more };
		const record = toWebhookRecord({ receiver: this.receiver, receivedAtMs: atMs, deliveryId, eventIds: [eventId], answers: [answer] });
		return { deliveryId, receipt: await this.store.recordWebhook(record) };
	}

	/** Keeps a message with those before it, as the answer to what it answers. */
	async gather(eventId: string, kind: Kind, atMs: number, { deliveryId, receipt }: Awaited<ReturnType<Receiver['record']>>): Promise<boolean> {
		const wait = receipt.answers?.gathered.find((each) => each.eventId === eventId)?.wait;
		const answer = wait && { waitId: wait.waitId, latestAtMs: wait.givesUpAtMs - MARGIN_MS, isComplete: kind === 'tap' };
		const message = { eventId, phoneNumberId: '1', user: ADA, event: JSON.stringify({ eventId }), ...(answer && { answer }) };
		const delivery = { receiver: this.receiver, deliveryId, atMs, leaseUntilMs: atMs + LEASE_MS, limits: LIMITS, messages: [message] };
		return await this.store.gatherMessages(delivery);
	}

	async write(eventId: string, kind: Kind, atMs: number, more: Partial<InboundAnswer> = {}): Promise<WebhookReceipt> {
		const recorded = await this.record(eventId, kind, atMs, more);
		if (kind !== 'stop' && !recorded.receipt.answers?.claimed.length) await this.gather(eventId, kind, atMs, recorded);
		return recorded.receipt;
	}

	/** What is complete, with the wait of each. */
	async look(atMs: number): Promise<Array<{ gathering: Gathering; ids: string[]; wait: GatheredClaim | 'continued' | 'gone' | undefined }>> {
		const claim = { receiver: this.receiver, atMs, leaseUntilMs: atMs + LEASE_MS };
		const gatherings = await this.store.claimGatherings({ ...claim, limit: 100 });
		const answers = gatherings.filter(({ messages }) => messages[0]?.answer);
		const handovers = answers.map(({ gatheringId, messages }) => ({
			gatheringId,
			waitId: messages[0]?.answer?.waitId ?? '',
			eventIds: messages.map(({ eventId }) => eventId),
		}));
		const waits = await this.store.claimGatheredAnswers(handovers, claim);
		return gatherings.map((gathering) => ({ gathering, ids: gathering.messages.map(({ eventId }) => eventId), wait: waits[answers.indexOf(gathering)] }));
	}
}

/** Messages that follow each other and are the answer that an execution waits for. */
export function describeGatheredAnswers(open: OpenStore): void {
	describe('gathered answers', () => {
		let opened: OpenedStore;
		let store: Store;
		let trigger: Receiver;
		beforeEach(async () => {
			opened = await open();
			({ store } = opened);
			trigger = new Receiver(store);
			await store.recordWaits([waitOf('q', NOON_MS, NOON_MS + HOUR_MS)]);
		});
		afterEach(() => store.close());

		const at = (seconds: number) => NOON_MS + seconds * SECOND_MS;
		const settle = async (claim: unknown, outcome: AnswerOutcome) =>
			await store.settleAnswers((claim as GatheredClaim).deliveryId, [{ claim: claim as GatheredClaim, outcome }]);

		it('hold the wait from the first message on, and are one, with what it is the answer to', async () => {
			expect(await trigger.write('a', 'text', at(1))).toMatchObject({ answers: { claimed: [], gathered: [{ eventId: 'a', wait: { waitId: 'wait of q' }, isFirst: true }] } });
			expect(await trigger.write('b', 'text', at(3))).toMatchObject({ answers: { claimed: [], gathered: [{ eventId: 'b', isFirst: false }] } });
			expect(await trigger.look(at(7.9))).toEqual([]);
			const claim = { deliveryId: expect.any(String), eventId: 'a', wait: { waitId: 'wait of q', executionId: 'q' }, isRepeated: false, tries: 1, triedSinceMs: at(8) };
			expect(await trigger.look(at(8))).toMatchObject([{ ids: ['a', 'b'], wait: claim }]);
		});

		it('are complete with a tap, which is an answer at once where nothing came before it', async () => {
			await trigger.write('a', 'text', at(1));
			await trigger.write('b', 'tap', at(2), { repliesTo: 'q' });
			expect(await trigger.look(at(2))).toMatchObject([{ ids: ['a', 'b'] }]);
			await store.recordWaits([waitOf('q2', at(10), at(3600))]);
			const { receipt } = await trigger.record('c', 'tap', at(11), { repliesTo: 'q2' });
			expect(receipt.answers).toMatchObject({ claimed: [{ eventId: 'c', isRepeated: false }], gathered: [] });
		});

		it('are one with messages of the same webhook', async () => {
			const answers = ['a', 'b'].map((eventId) => ({ eventId, phoneNumberId: '1', user: ADA, atMs: at(1), gathers: 'waits' as const }));
			const { answers: receipt } = await store.recordWebhook(toWebhookRecord({ receivedAtMs: at(1), eventIds: ['a', 'b'], answers }));
			expect(receipt?.gathered).toMatchObject([{ eventId: 'a', isFirst: true }, { eventId: 'b', isFirst: false }]);
		});

		it('let a message through that cuts through, and take the next one', async () => {
			await trigger.write('a', 'text', at(1));
			const { receipt } = await trigger.record('stop', 'stop', at(2));
			expect(receipt.answers).toMatchObject({ claimed: [], gathered: [], asides: [] });
			await trigger.write('b', 'text', at(3));
			expect(await trigger.look(at(8))).toMatchObject([{ ids: ['a', 'b'] }]);
		});

		it('take no reaction, which belongs to the question and starts nothing', async () => {
			await trigger.write('a', 'text', at(1));
			const { receipt } = await trigger.record('r', 'stop', at(2), { repliesTo: 'q', gesture: 'made' });
			expect(receipt.answers).toMatchObject({ gathered: [], asides: ['r'] });
		});

		it('are complete before the wait gives up, and answer nothing from then on', async () => {
			await store.recordWaits([waitOf('soon', at(10), at(20))]);
			await trigger.write('a', 'text', at(14));
			expect(await trigger.look(at(16.9))).toEqual([]);
			const [first] = await trigger.look(at(17));
			expect(first).toMatchObject({ ids: ['a'], wait: { wait: { waitId: 'wait of soon' } } });
			await settle(first?.wait, 'free');
			expect(await trigger.look(at(17) + LEASE_MS)).toMatchObject([{ ids: ['a'], wait: 'gone' }]);
		});

		it('are ended by no newer question, and each message belongs to the newest one', async () => {
			await trigger.write('a', 'text', at(1));
			await store.recordWaits([waitOf('q2', at(2), at(3600))]);
			await trigger.write('b', 'text', at(3));
			await trigger.write('c', 'text', at(3), { repliesTo: 'q' });
			expect(await trigger.look(at(9))).toMatchObject([
				{ ids: ['a', 'c'], wait: { wait: { waitId: 'wait of q' } } },
				{ ids: ['b'], wait: { wait: { waitId: 'wait of q2' } } },
			]);
		});

		it('are no part of what was being gathered before the question', async () => {
			await store.recordWaits([waitOf('q3', at(2), at(3600))]);
			const before = await trigger.record('before', 'stop', at(1));
			await trigger.gather('before', 'text', at(1), before);
			await trigger.write('a', 'text', at(3));
			expect(await trigger.look(at(9))).toMatchObject([{ ids: ['before'], wait: undefined }, { ids: ['a'], wait: { eventId: 'a' } }]);
		});

		it('take nothing more when they are handed over; what comes then starts something else, as does what there is too much of', async () => {
			for (const [index, eventId] of ['a', 'b', 'c', 'd', 'e'].entries()) await trigger.write(eventId, 'text', at(1 + index / 10));
			const [first] = await trigger.look(at(2));
			expect(first).toMatchObject({ ids: ['a', 'b', 'c', 'd'], wait: { eventId: 'a' } });
			expect((await trigger.write('f', 'text', at(3))).answers).toMatchObject({ claimed: [], gathered: [] });
			await settle(first?.wait, 'continued');
			expect(await trigger.look(at(9))).toMatchObject([{ ids: ['e'], wait: 'gone' }, { ids: ['f'], wait: undefined }]);
			expect(await trigger.look(at(2) + LEASE_MS)).toMatchObject([{ ids: ['a', 'b', 'c', 'd'], wait: 'continued' }]);
		});

		it('come again when the process died, which may have continued the execution', async () => {
			await trigger.write('a', 'text', at(1));
			const [first] = await trigger.look(at(6));
			await store.close();
			store = await opened.reopen();
			const later = new Receiver(store);
			expect(await later.look(at(6) + LEASE_MS)).toMatchObject([{ ids: ['a'], wait: { deliveryId: (first?.wait as GatheredClaim).deliveryId, isRepeated: true, tries: 2, triedSinceMs: at(6) } }]);
		});

		it('come again when the execution could not be asked, and nothing was begun', async () => {
			await trigger.write('a', 'text', at(1));
			const [first] = await trigger.look(at(6));
			await settle(first?.wait, 'free');
			expect(await trigger.look(at(6) + LEASE_MS)).toMatchObject([{ ids: ['a'], wait: { isRepeated: false, tries: 2 } }]);
		});

		it('are nobody’s when the execution waits no more', async () => {
			await trigger.write('a', 'text', at(1));
			await trigger.write('b', 'text', at(2));
			await store.withdrawWait('wait of q');
			expect(await trigger.look(at(8))).toMatchObject([{ ids: ['a', 'b'], wait: 'gone' }]);
		});

		it('are gathered once when a message comes again whose delivery died in between', async () => {
			await trigger.record('a', 'text', at(1));
			expect(await trigger.look(at(9))).toEqual([]);
			const again = await trigger.record('a', 'text', at(1) + LEASE_MS);
			expect(again.receipt.answers?.gathered).toMatchObject([{ eventId: 'a', isFirst: false }]);
			await trigger.gather('a', 'text', at(1) + LEASE_MS, again);
			await trigger.gather('a', 'text', at(2) + LEASE_MS, again);
			expect(await trigger.look(at(9) + LEASE_MS)).toMatchObject([{ ids: ['a'], wait: { eventId: 'a', isRepeated: false } }]);
		});

		it('keep another trigger that hears the same message waiting, until it is known what became of it', async () => {
			await trigger.write('a', 'text', at(1));
			const other = new Receiver(store, 'other');
			expect((await other.record('a', 'text', at(1))).receipt).toMatchObject({ leased: [], underWay: ['a'] });
			const [first] = await trigger.look(at(6));
			expect((await other.record('a', 'text', at(6))).receipt).toMatchObject({ leased: [], underWay: ['a'] });
			await settle(first?.wait, 'continued');
			expect((await other.record('a', 'text', at(7))).receipt).toMatchObject({ answers: { continued: ['a'] } });
		});

		it('are given at once where the trigger combines no more', async () => {
			await trigger.record('a', 'text', at(1));
			const { receipt } = await trigger.record('a', 'stop', at(1) + LEASE_MS);
			expect(receipt.answers).toMatchObject({ claimed: [{ eventId: 'a', isRepeated: false }], gathered: [] });
		});

		it('bring every message to one execution, whatever the order of messages, questions, looks, faults and processes', async () => {
			const other = await opened.reopen();
			const step = fc.oneof(
				{ weight: 6, arbitrary: fc.record({ does: fc.constant('write' as const), id: fc.nat(7), kind: fc.constantFrom<Kind>('text', 'text', 'tap', 'stop'), dies: fc.boolean(), afterMs: fc.nat(3_000) }) },
				{ weight: 3, arbitrary: fc.record({ does: fc.constant('look' as const), fault: fc.constantFrom('none', 'none', 'unheard', 'diesBefore', 'diesAfter', 'noAnswer'), afterMs: fc.nat(9_000) }) },
				{ weight: 1, arbitrary: fc.record({ does: fc.constant('ask' as const), afterMs: fc.nat(4_000) }) },
			);
			let round = 0;
			await fc.assert(
				fc.asyncProperty(fc.array(fc.tuple(step, fc.boolean()), { maxLength: 25 }), fc.boolean(), async (steps, givesUpSoon) => {
					round += 1;
					const name = `round ${round}`;
					const user = { waId: `1555${round}` };
					const executions = new Map<string, { givesUpAtMs: number; answer?: string[] }>();
					const started = new Map<string, string[]>();
					const kinds = new Map<string, Kind>();
					const handled = new Set<string>();
					let atMs = NOON_MS;

					const ask = async (one: Store) => {
						const wait = { ...waitOf(`${name} q${executions.size}`, atMs, atMs + (givesUpSoon ? 20 * SECOND_MS : HOUR_MS)), user };
						executions.set(wait.waitId, wait);
						await one.recordWaits([wait]);
					};
					/** n8n continues an execution once. */
					const post = ({ wait, isRepeated }: { wait: AnswerWait; isRepeated: boolean }, ids: string[]): AnswerOutcome => {
						const execution = executions.get(wait.waitId)!;
						const isOver = atMs >= execution.givesUpAtMs;
						if (execution.answer || isOver) return isRepeated && !isOver ? 'continued' : 'gone';
						execution.answer = ids;
						return 'continued';
					};
					const start = (id: string, ids: string[]) => {
						expect(started.get(id) ?? ids).toEqual(ids);
						started.set(id, ids);
					};
					const write = async (one: Store, eventId: string, kind: Kind, dies: boolean) => {
						const receiver = new Receiver(one, name);
						const answers = [{ eventId, phoneNumberId: '1', user, atMs, gathers: GATHERS[kind] }];
						const deliveryId = `${eventId} ${atMs} ${Math.random()}`;
						const record = toWebhookRecord({ receiver: name, receivedAtMs: atMs, deliveryId, eventIds: [eventId], answers, leaseUntilMs: atMs + LEASE_MS });
						const receipt = await one.recordWebhook(record);
						if (dies || receipt.underWay.length > 0 || receipt.leased.length === 0) return;
						const [claim] = receipt.answers?.claimed ?? [];
						const outcome = claim && post(claim, [eventId]);
						if (claim && outcome) await one.settleAnswers(deliveryId, [{ claim, outcome }]);
						if (outcome === 'continued' || receipt.answers?.continued.includes(eventId)) await one.acknowledgeEvents(name, [eventId], atMs);
						else if (kind === 'stop') {
							start(eventId, [eventId]);
							await one.acknowledgeEvents(name, [eventId], atMs);
						} else if (!(await receiver.gather(eventId, kind, atMs, { deliveryId, receipt }))) return;
						handled.add(eventId);
					};
					const look = async (one: Store, wanted: string) => {
						// When the time of a wait is over nobody can tell an answer that came through from one that did not.
						const fault = givesUpSoon && (wanted === 'diesAfter' || wanted === 'noAnswer') ? 'none' : wanted;
						for (const { gathering, ids, wait } of await new Receiver(one, name).look(atMs)) {
							if (fault === 'diesBefore') continue;
							let outcome: AnswerOutcome = typeof wait === 'object' ? 'unknown' : (wait ?? 'gone');
							if (typeof wait === 'object') {
								outcome = fault === 'unheard' ? (wait.isRepeated ? 'unknown' : 'free') : post(wait, ids);
								if (fault === 'diesAfter') continue;
								if (fault === 'noAnswer') outcome = 'unknown';
								if (outcome !== 'unknown') await one.settleAnswers(wait.deliveryId, [{ claim: wait, outcome }]);
							}
							if (outcome === 'gone') start(gathering.gatheringId, ids);
							if (outcome === 'gone' || outcome === 'continued') await one.removeGatherings([gathering.gatheringId]);
						}
					};

					await ask(store);
					for (const [{ afterMs, ...what }, isOther] of steps) {
						atMs += afterMs;
						const one = isOther ? other : store;
						if (what.does === 'look') await look(one, what.fault);
						else if (what.does === 'ask') await ask(one);
						else {
							const eventId = `${name} ${what.id}`;
							kinds.set(eventId, kinds.get(eventId) ?? what.kind);
							await write(one, eventId, kinds.get(eventId) ?? what.kind, what.dies);
						}
					}
					// Meta delivers again what was not answered with 200.
					for (let times = 0; times < 30; times++) {
						for (const [eventId, kind] of kinds) if (!handled.has(eventId)) await write(store, eventId, kind, false);
						atMs += LEASE_MS;
						await look(store, 'none');
					}
					const all = [...started.values(), ...[...executions.values()].map(({ answer = [] }) => answer)].flat();
					expect(all.toSorted()).toEqual([...kinds.keys()].toSorted());
				}),
				{ numRuns: 60 },
			);
			await other.close();
		}, 240_000);
	});
}
