import type { SessionEvidence } from '../../nodes/shared/domain/SessionEvidence';
import type { ClosingBatch, ClosingClaim } from '../../nodes/shared/store/ClosingAlarms';
import type { Store } from '../../nodes/shared/store/Store';
import { DAY_MS, HOUR_MS, NOON_MS, SECOND_MS } from './instants';
import type { OpenedStore, OpenStore } from './OpenStore';
import { LEASE_MS, toWebhookRecord } from './toWebhookRecord';

const ADA = { bsuid: 'US.1', waId: '15551234567' };
const BEN = { waId: '15557654321' };
const LEAD_MS = 2 * HOUR_MS;
/** When Ada wrote, so that her window closes in an hour. */
const WROTE_MS = NOON_MS - DAY_MS + HOUR_MS;

const at = (kind: SessionEvidence['kind'], user: SessionEvidence['user'], atMs: number, phoneNumberId = '1'): SessionEvidence => ({
	kind,
	phoneNumberId,
	user,
	atMs,
});
let batches = 0;
const claimOf = (more: Partial<ClosingClaim> = {}): ClosingClaim => {
	const { atMs = NOON_MS } = more;
	batches += 1;
	const batchId = `batch ${batches}`;
	const due = { dueInboundMs: atMs + LEAD_MS - DAY_MS, leaseUntilMs: atMs + LEASE_MS };
	return { alarm: 'alarm', batchId, atMs, phoneNumberIds: ['1'], onlyUnanswered: true, limit: 100, ...due, ...more };
};
const namesOf = (batch: ClosingBatch | undefined) => batch?.sessions.map(({ bsuid, waId }) => bsuid ?? waId);

/** Alarms before windows close. */
export function describeClosingAlarms(open: OpenStore): void {
	describe('closing alarms', () => {
		let opened: OpenedStore;
		let store: Store;
		beforeEach(async () => {
			opened = await open();
			({ store } = opened);
		});
		afterEach(() => store.close());

		/** Claims, and acknowledges as n8n has it. */
		async function ring(more: Partial<ClosingClaim> = {}): Promise<Array<string | undefined> | undefined> {
			const batch = await store.claimClosings(claimOf(more));
			if (batch) await store.acknowledgeClosings([batch.batchId]);
			return namesOf(batch);
		}

		it('do not ring where nobody wrote, and nothing is done for nothing', async () => {
			await store.acknowledgeClosings([]);
			await store.renewClosings([], NOON_MS);
			expect(await ring()).toBeUndefined();
			expect(await ring({ phoneNumberIds: [] })).toBeUndefined();
		});

		it('give the whole session, once for each alarm, also after a restart', async () => {
			await store.recordEvidence([at('inbound', ADA, WROTE_MS)]);
			const batch = await store.claimClosings(claimOf({ batchId: 'first' }));
			expect(batch).toMatchObject({ batchId: 'first', sessions: [{ ...ADA, phoneNumberId: '1', lastInboundAtMs: WROTE_MS }] });
			await store.acknowledgeClosings(['first']);
			await store.close();
			store = await opened.reopen();
			expect(await ring({ atMs: NOON_MS + LEASE_MS })).toBeUndefined();
			expect(await ring({ alarm: 'another' })).toEqual(['US.1']);
		});

		it('ring from the instant at which they are due, not before it', async () => {
			await store.recordEvidence([at('inbound', ADA, NOON_MS)]);
			expect(await ring({ atMs: NOON_MS + DAY_MS - LEAD_MS - 1 })).toBeUndefined();
			expect(await ring({ atMs: NOON_MS + DAY_MS - LEAD_MS })).toEqual(['US.1']);
		});

		it.each<[what: string, evidence: SessionEvidence]>([
			['was answered', at('answer', ADA, WROTE_MS + SECOND_MS)],
			['was answered in the second in which they wrote', at('answer', ADA, WROTE_MS)],
			['was answered by another app', at('outbound', ADA, WROTE_MS + SECOND_MS)],
			['has a window that Meta declared closed', at('refusal', ADA, WROTE_MS + SECOND_MS)],
			['has left the number', at('renaming', ADA, WROTE_MS + SECOND_MS)],
			['has written again', at('inbound', ADA, NOON_MS - HOUR_MS)],
		])('do not ring for somebody who %s', async (_, evidence) => {
			await store.recordEvidence([at('inbound', ADA, WROTE_MS), evidence]);
			expect(await ring()).toBeUndefined();
		});

		it('ring for somebody who was answered, if that is wanted, and for one who wrote again after the answer', async () => {
			await store.recordEvidence([at('inbound', ADA, WROTE_MS), at('answer', ADA, WROTE_MS + SECOND_MS)]);
			expect(await ring({ alarm: 'all', onlyUnanswered: false })).toEqual(['US.1']);
			await store.recordEvidence([at('inbound', ADA, WROTE_MS + 2 * SECOND_MS)]);
			expect(await ring()).toEqual(['US.1']);
			expect(await ring({ alarm: 'all', onlyUnanswered: false })).toEqual(['US.1']);
		});

		it('ring for the business numbers that are asked for', async () => {
			await store.recordEvidence([at('inbound', ADA, WROTE_MS, '1'), at('inbound', BEN, WROTE_MS, '2')]);
			expect(await ring({ phoneNumberIds: ['2', '3'] })).toEqual([BEN.waId]);
			expect(await ring({ phoneNumberIds: ['1', '2'] })).toEqual(['US.1']);
		});

		it('put out the window that closes first first, in batches', async () => {
			const people = [3, 1, 2, 0].map((minute) => at('inbound', { waId: `1555000000${minute}` }, WROTE_MS + minute * 60 * SECOND_MS));
			await store.recordEvidence(people);
			expect(await ring({ limit: 2 })).toEqual(['15550000000', '15550000001']);
			expect(await ring({ limit: 2 })).toEqual(['15550000002', '15550000003']);
			expect(await ring({ limit: 2 })).toBeUndefined();
		});

		it('ring for a message that arrives late, whatever they have rung for before', async () => {
			await store.recordEvidence([at('inbound', BEN, WROTE_MS + 60 * SECOND_MS)]);
			expect(await ring()).toEqual([BEN.waId]);
			await store.recordWebhook(toWebhookRecord({ receivedAtMs: NOON_MS, evidence: [at('inbound', ADA, WROTE_MS)] }));
			expect(await ring()).toEqual(['US.1']);
		});

		describe('a batch that nobody has acknowledged', () => {
			beforeEach(async () => {
				await store.recordEvidence([at('inbound', ADA, WROTE_MS), at('inbound', BEN, WROTE_MS + SECOND_MS)]);
				await store.claimClosings(claimOf({ batchId: 'lost' }));
			});

			it('is nobody else’s until its lease has run out, then whole, under its own name, and before all others', async () => {
				await store.recordEvidence([at('inbound', { waId: '15550000001' }, WROTE_MS - SECOND_MS)]);
				expect(await ring({ atMs: NOON_MS + LEASE_MS - 1, limit: 1 })).toEqual(['15550000001']);
				const again = await store.claimClosings(claimOf({ atMs: NOON_MS + LEASE_MS, limit: 1 }));
				expect([again?.batchId, namesOf(again)]).toEqual(['lost', ['US.1', BEN.waId]]);
				expect(await ring({ atMs: NOON_MS + LEASE_MS })).toBeUndefined();
			});

			it('is taken over at once where a clock that is an hour ahead has claimed it', async () => {
				await store.recordEvidence([at('inbound', { waId: '3' }, WROTE_MS)]);
				const hourAhead = { leaseUntilMs: NOON_MS + 60 * 60 * SECOND_MS + LEASE_MS };
				await store.claimClosings(claimOf({ alarm: 'ahead', batchId: 'ahead', ...hourAhead }));
				expect(await store.claimClosings(claimOf({ alarm: 'ahead' }))).toMatchObject({ batchId: 'ahead' });
			});

			it('stays with whoever renews its lease', async () => {
				await store.renewClosings(['lost'], NOON_MS + 2 * LEASE_MS);
				expect(await ring({ atMs: NOON_MS + LEASE_MS })).toBeUndefined();
				expect(await ring({ atMs: NOON_MS + 2 * LEASE_MS })).toEqual(['US.1', BEN.waId]);
			});

			it('comes without those who have written again or were answered, and empty where that is everybody', async () => {
				const later = NOON_MS + LEASE_MS;
				await store.recordEvidence([at('inbound', ADA, NOON_MS)]);
				expect(namesOf(await store.claimClosings(claimOf({ atMs: later })))).toEqual([BEN.waId]);
				await store.recordEvidence([at('answer', BEN, NOON_MS)]);
				expect(await store.claimClosings(claimOf({ atMs: later + LEASE_MS }))).toEqual({ batchId: 'lost', sessions: [] });
			});

			it('comes with those whose records were joined meanwhile', async () => {
				await store.recordEvidence([at('identity', { bsuid: 'US.2' }, NOON_MS), at('inbound', { bsuid: 'US.2' }, WROTE_MS - HOUR_MS)]);
				await store.recordEvidence([at('identity', { ...BEN, bsuid: 'US.2' }, NOON_MS)]);
				expect(namesOf(await store.claimClosings(claimOf({ atMs: NOON_MS + LEASE_MS })))).toEqual(['US.1', 'US.2']);
			});
		});

		it('ring once for a window whose records are joined, or whose person is named by more', async () => {
			await store.recordEvidence([at('inbound', { bsuid: 'US.2' }, WROTE_MS - HOUR_MS), at('inbound', BEN, WROTE_MS)]);
			expect(await ring()).toEqual(['US.2', BEN.waId].filter((name) => name !== 'US.2'));
			await store.recordEvidence([at('identity', { ...BEN, bsuid: 'US.2' }, NOON_MS)]);
			expect(await ring()).toBeUndefined();
			await store.recordEvidence([at('inbound', BEN, NOON_MS)]);
			expect(await ring({ atMs: NOON_MS + DAY_MS - LEAD_MS })).toEqual(['US.2']);
		});

		it('ring late for windows that closed while nobody asked, for up to a week', async () => {
			expect(await ring({ atMs: NOON_MS })).toBeUndefined();
			await store.recordEvidence([at('inbound', ADA, WROTE_MS)]);
			expect(await ring({ atMs: NOON_MS + 6 * DAY_MS })).toEqual(['US.1']);
			await store.recordEvidence([at('inbound', BEN, NOON_MS + 6 * DAY_MS)]);
			expect(await ring({ atMs: NOON_MS + 15 * DAY_MS })).toBeUndefined();
		});

		it('ring late for all that are due, also where they come in more than one batch', async () => {
			await ring({ atMs: NOON_MS });
			await store.recordEvidence([at('inbound', ADA, WROTE_MS), at('inbound', BEN, WROTE_MS + SECOND_MS)]);
			const later = { atMs: NOON_MS + DAY_MS, limit: 1 };
			expect([await ring(later), await ring(later), await ring(later)]).toEqual([['US.1'], [BEN.waId], undefined]);
		});

		it('do not ring for what closed before they began', async () => {
			await store.recordEvidence([at('inbound', ADA, WROTE_MS - DAY_MS), at('inbound', BEN, WROTE_MS)]);
			expect(await ring()).toEqual([BEN.waId]);
			await store.recordEvidence([at('inbound', ADA, NOON_MS)]);
			await store.beginClosings('alarm', NOON_MS + 3 * DAY_MS);
			expect(await ring({ atMs: NOON_MS + 3 * DAY_MS })).toBeUndefined();
		});

		it('show whose windows close next, and claim nothing', async () => {
			await store.recordEvidence([at('inbound', ADA, NOON_MS - HOUR_MS), at('inbound', BEN, WROTE_MS), at('inbound', { waId: '15550000001' }, WROTE_MS - 2 * HOUR_MS)]);
			const soonest = { ...claimOf(), dueInboundMs: NOON_MS };
			expect((await store.findClosings(soonest)).map(({ waId }) => waId)).toEqual([BEN.waId, ADA.waId]);
			expect(await store.findClosings({ ...soonest, limit: 1 })).toHaveLength(1);
			expect(await ring()).toEqual([BEN.waId]);
		});

		it('are forgotten 8 days after the window, and alarms that nobody asks for any more after 30', async () => {
			await store.recordEvidence([at('inbound', ADA, WROTE_MS)]);
			await ring();
			const prune = (atMs: number) => store.prune(atMs);
			await prune(WROTE_MS + 9 * DAY_MS);
			expect(await opened.countRows('closing_alarms')).toBe(1);
			await prune(WROTE_MS + 9 * DAY_MS + HOUR_MS);
			expect(await opened.countRows('closing_alarms')).toBe(0);
			await prune(NOON_MS + 30 * DAY_MS);
			expect(await opened.countRows('closing_watches')).toBe(1);
			await prune(NOON_MS + 30 * DAY_MS + HOUR_MS);
			expect(await opened.countRows('closing_watches')).toBe(0);
		});

		it('ring once for each when two processes ask at the same moment', async () => {
			const people = Array.from({ length: 200 }, (_, index) => at('inbound', { waId: `1555000${1000 + index}` }, WROTE_MS + index));
			await store.recordEvidence(people);
			const other = await opened.reopen();
			const askAll = async (process: Store) => {
				const names = [];
				for (;;) {
					const batch = await process.claimClosings(claimOf({ limit: 7 }));
					if (!batch) return names;
					await process.acknowledgeClosings([batch.batchId]);
					names.push(...(namesOf(batch) ?? []));
				}
			};
			const rung = (await Promise.all([askAll(store), askAll(other)])).flat();
			await other.close();
			// A process that met the other one on every row of a batch may have stopped early; the other one had the rest.
			rung.push(...(await askAll(store)));
			expect(rung.sort()).toEqual(people.map(({ user }) => user.waId));
		});
	});
}
