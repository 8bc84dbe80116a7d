import fc from 'fast-check';
import { DateTime } from 'luxon';

import { customerServiceWindow } from '../../nodes/shared/domain/customerServiceWindow';
import { recordSessionEvidence } from '../../nodes/shared/domain/recordSessionEvidence';
import type { Session, UserIdentity } from '../../nodes/shared/domain/Session';
import type { SessionEvidence, SessionEvidenceKind } from '../../nodes/shared/domain/SessionEvidence';

const NUMBER = '106540352242922';
const NOON_MS = Date.UTC(2026, 10, 22, 12);
const at = (seconds: number) => NOON_MS + seconds * 1_000;
const NOW = DateTime.fromMillis(at(120), { zone: 'utc' });

const [B1, B2, B3] = ['US.1', 'US.2', 'US.3'].map((bsuid) => ({ bsuid })) as [UserIdentity, UserIdentity, UserIdentity];
const [W1, W2, W3] = ['15550000001', '15550000002', '15550000003'].map((waId) => ({ waId })) as [UserIdentity, UserIdentity, UserIdentity];
const PAIR_1 = { ...B1, ...W1 };
const PAIR_2 = { ...B2, ...W2 };
const PAIR_3 = { ...B3, ...W3 };
const EVERYBODY = [B1, B2, B3, W1, W2, W3, PAIR_1, PAIR_2, PAIR_3];

/** When somebody gets new IDs. */
const CHANGE = 50;
const before = fc.integer({ min: 1, max: CHANGE - 1 });
const after = fc.integer({ min: CHANGE + 1, max: 99 });
const whenever = fc.integer({ min: CHANGE - 5, max: CHANGE + 5 });

describe('a renaming', () => {
	describe('ends at the same windows, whatever the order, the repetitions and the batches', () => {
		it.each<[string, fc.Arbitrary<SessionEvidence[]>]>([
			['of three people, any of whom may leave any ID at any time', some(EVERYBODY, whenever, 'renaming')],
			[
				'of somebody with new IDs',
				fc
					.tuple(some([B1, W1, PAIR_1], whenever), some([B2, W2, PAIR_2], whenever))
					.map((parts) => [...parts.flat(), item('renaming', PAIR_1, CHANGE), item('identity', PAIR_2, CHANGE)]),
			],
			[
				'of somebody who keeps the BSUID',
				fc
					.tuple(some([B1, W1, PAIR_1], before), some([B1, W2, { ...B1, ...W2 }], after))
					.map((parts) => [...parts.flat(), item('renaming', PAIR_1, CHANGE), item('identity', { ...B1, ...W2 }, CHANGE)]),
			],
			[
				'of somebody who keeps the number',
				fc
					.tuple(some([B1, PAIR_1], before), some([B2, { ...B2, ...W1 }], after))
					.map((parts) => [...parts.flat(), item('renaming', B1, CHANGE)]),
			],
			[
				'of somebody whose number has passed on to a third one',
				fc
					.tuple(some([B1, W1, PAIR_1], before), some([B2, W2, PAIR_2], after), some([B3, { ...B3, ...W1 }], after))
					.map((parts) => [...parts.flat(), item('renaming', PAIR_1, CHANGE), item('identity', PAIR_2, CHANGE)]),
			],
		])('%s', (_, story) => {
			fc.assert(
				fc.property(story.chain(withOtherOrder), ([evidence, batches]) => {
					expect(windowsOf(record(batches))).toEqual(windowsOf(record([evidence])));
				}),
				{ numRuns: 500 },
			);
		});
	});

	it('voids the window under both IDs, and the next message of the new ones opens another', () => {
		const sessions = record([
			[item('inbound', PAIR_1, 10)],
			[item('renaming', PAIR_1, CHANGE), item('identity', PAIR_2, CHANGE)],
		]);
		expect(reasonsOf(sessions, [B1, W1, B2, W2])).toEqual(Array(4).fill('noInboundOnRecord'));
		const later = record([[item('inbound', PAIR_2, 60)]], sessions);
		expect(reasonsOf(later, [B1, W1, B2, W2])).toEqual(['noInboundOnRecord', 'noInboundOnRecord', 'open', 'open']);
	});

	it('voids the window of a BSUID that stays, and makes the new number its alias', () => {
		const pair = { ...B1, ...W2 };
		const sessions = record([
			[item('inbound', PAIR_1, 10)],
			[item('renaming', PAIR_1, CHANGE), item('identity', pair, CHANGE)],
		]);
		expect(find(sessions, W2)).toMatchObject({ ...pair, renamedAtMs: at(CHANGE) });
		expect(reasonsOf(sessions, [B1, W1, W2])).toEqual(Array(3).fill('noInboundOnRecord'));
		expect(reasonsOf(record([[item('inbound', W2, 60)]], sessions), [B1, W1, W2])).toEqual(['open', 'noInboundOnRecord', 'open']);
	});

	it('voids what arrives late under a BSUID that stays, also when it names the old number alone', () => {
		const sessions = record([
			[item('renaming', W1, CHANGE), item('identity', { ...B1, ...W2 }, CHANGE)],
			[item('inbound', PAIR_1, CHANGE - 1)],
		]);
		expect(reasonsOf(sessions, [B1, W1, W2])).toEqual(Array(3).fill('noInboundOnRecord'));
	});

	it('stays with a number that its person has left since, so that what comes late under it counts no longer', () => {
		const sessions = record([
			[item('renaming', PAIR_1, CHANGE), item('identity', PAIR_1, CHANGE)],
			[item('identity', { ...B1, ...W2 }, CHANGE + 10)],
			[item('inbound', W1, CHANGE - 1)],
		]);
		expect(find(sessions, W1)).toMatchObject({ bsuid: undefined, renamedAtMs: at(CHANGE) });
		expect(reasonsOf(sessions, [W1])).toEqual(['noInboundOnRecord']);
	});

	it('goes along with a number to the one who is seen with it, whose window of before is void then', () => {
		const sessions = record([[item('renaming', W1, CHANGE)], [item('inbound', B1, CHANGE - 1)], [item('identity', PAIR_1, CHANGE + 10)]]);
		expect(sessions).toMatchObject([{ ...PAIR_1, renamedAtMs: at(CHANGE) }]);
		expect(reasonsOf(sessions, [B1, W1])).toEqual(['noInboundOnRecord', 'noInboundOnRecord']);
	});

	it.each([
		['at the instant of it', CHANGE, 'noInboundOnRecord'],
		['after it', CHANGE + 1, 'open'],
	])('is shared by two IDs that were last seen together %s, which is heard of late', (_, seconds, reason) => {
		const sessions = record([
			[item('renaming', W1, CHANGE)],
			[item('inbound', B1, CHANGE - 5)],
			[item('identity', { ...B1, ...W2 }, CHANGE + 20)],
			[item('identity', PAIR_1, seconds)],
		]);
		expect(reasonsOf(sessions, [B1])).toEqual([reason]);
	});

	it.each([
		['before it', CHANGE - 1, 'noInboundOnRecord'],
		['at the very instant', CHANGE, 'noInboundOnRecord'],
		['after it', CHANGE + 1, 'open'],
	])('decides about a message %s by the instant alone', (_, seconds, reason) => {
		for (const evidence of [PAIR_1, B1, W1].map((user) => item('inbound', user, seconds))) {
			const known = record([[item('renaming', PAIR_1, CHANGE)], [evidence]]);
			expect(reasonsOf(known, [evidence.user])).toEqual([reason]);
			expect(reasonsOf(record([[evidence], [item('renaming', PAIR_1, CHANGE)]]), [evidence.user])).toEqual([reason]);
		}
	});

	it('makes a record for each ID of somebody who is not on record', () => {
		const sessions = record([[item('renaming', PAIR_1, CHANGE)]]);
		expect(sessions).toMatchObject([
			{ ...B1, waId: undefined, renamedAtMs: at(CHANGE) },
			{ ...W1, bsuid: undefined, renamedAtMs: at(CHANGE) },
		]);
	});

	it('changes both records of a person whose IDs were never seen together, and does not join them', () => {
		const known = record([[item('inbound', B1, 10)], [item('inbound', W1, 20)]]);
		const { sessions, merged } = recordSessionEvidence(known, [item('renaming', PAIR_1, CHANGE)]);
		expect(sessions).toMatchObject([
			{ ...B1, waId: undefined, renamedAtMs: at(CHANGE) },
			{ ...W1, bsuid: undefined, renamedAtMs: at(CHANGE) },
		]);
		expect(merged).toEqual([]);
	});

	it('moves only forward', () => {
		const sessions = record([[item('renaming', B1, CHANGE)], [item('renaming', B1, CHANGE - 9)]]);
		expect(sessions).toMatchObject([{ renamedAtMs: at(CHANGE) }]);
	});

	it('leaves other business numbers alone, and names nobody when it holds no ID', () => {
		const known = record([[item('inbound', B1, 10)]]);
		const elsewhere = { ...item('renaming', B1, CHANGE), phoneNumberId: '999' };
		const sessions = record([[elsewhere, item('renaming', {}, CHANGE), item('renaming', { bsuid: '', waId: '' }, CHANGE)]], known);
		expect(sessions[0]).toBe(known[0]);
		expect(sessions).toHaveLength(2);
	});
});

function item(kind: SessionEvidenceKind, user: UserIdentity, seconds: number): SessionEvidence {
	return { kind, phoneNumberId: NUMBER, user, atMs: at(seconds) };
}

function some(
	users: UserIdentity[],
	seconds: fc.Arbitrary<number>,
	...kinds: SessionEvidenceKind[]
): fc.Arbitrary<SessionEvidence[]> {
	const kind = fc.constantFrom<SessionEvidenceKind>('inbound', 'refusal', 'referral', 'identity', ...kinds);
	const one = fc.tuple(kind, fc.constantFrom(...users), seconds).map((parts) => item(...parts));
	return fc.array(one, { maxLength: 5 });
}

/** The same evidence in any order, some of it twice, all at once or each piece by itself. */
function withOtherOrder(evidence: SessionEvidence[]): fc.Arbitrary<[SessionEvidence[], SessionEvidence[][]]> {
	return fc
		.subarray(evidence)
		.chain((repeated) => {
			const all = [...evidence, ...repeated];
			return fc.tuple(fc.shuffledSubarray(all, { minLength: all.length }), fc.boolean());
		})
		.map(([stream, isOneBatch]) => [evidence, isOneBatch ? [stream] : stream.map((one) => [one])]);
}

function record(batches: SessionEvidence[][], known: Session[] = []): Session[] {
	return batches.reduce((sessions, batch) => recordSessionEvidence(sessions, batch).sessions, known);
}

function find(sessions: Session[], { bsuid, waId }: UserIdentity): Session | undefined {
	const ofBsuid = sessions.find((session) => bsuid !== undefined && session.bsuid === bsuid);
	return ofBsuid ?? sessions.find((session) => waId !== undefined && session.waId === waId && (!session.bsuid || !bsuid));
}

function windowsOf(sessions: Session[]): string[] {
	return EVERYBODY.map((user) => {
		const { reason, lastInboundAt } = customerServiceWindow(find(sessions, user), NOW);
		return `${user.bsuid} ${user.waId} ${reason} ${lastInboundAt?.toMillis()}`;
	});
}

function reasonsOf(sessions: Session[], users: UserIdentity[]): string[] {
	return users.map((user) => customerServiceWindow(find(sessions, user), NOW).reason);
}
