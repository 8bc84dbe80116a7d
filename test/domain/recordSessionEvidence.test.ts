import fc from 'fast-check';

import { recordSessionEvidence } from '../../nodes/shared/domain/recordSessionEvidence';
import type { Session, UserIdentity } from '../../nodes/shared/domain/Session';
import type { SessionEvidence, SessionEvidenceKind } from '../../nodes/shared/domain/SessionEvidence';

const NUMBER = '106540352242922';
const BSUID = 'US.13491208655302741918';
const WA_ID = '15551234567';
const BOTH = { bsuid: BSUID, waId: WA_ID };

/** One person, who is seen under one name, the other, or both. */
const NAMES: UserIdentity[] = [{ bsuid: BSUID }, { waId: WA_ID }, BOTH];
const anyInstant = fc.integer({ min: 1, max: 12 });
const anyEvidence = (...kinds: SessionEvidenceKind[]): fc.Arbitrary<SessionEvidence> =>
	fc.record({
		kind: fc.constantFrom(...kinds),
		phoneNumberId: fc.constantFrom(NUMBER, '999'),
		user: fc.constantFrom(...NAMES),
		atMs: anyInstant,
		untilMs: anyInstant,
	});
const whatTheyDid = fc.array(anyEvidence('inbound', 'refusal', 'referral', 'identity', 'freeEntryPoint'), { minLength: 1, maxLength: 8 });
const whatWeAnswered = fc.array(anyEvidence('answer'), { maxLength: 4 });

const PAIRS = [item('identity', BOTH, 1), { ...item('identity', BOTH, 1), phoneNumberId: '999' }];

describe('recordSessionEvidence', () => {
	describe('for any evidence about one person', () => {
		it('ends at the same sessions, whatever the order, the repetitions and the batches', () => {
			const streams = whatTheyDid.chain((evidence) => fc.tuple(fc.constant(evidence), shuffledBatches(evidence)));
			fc.assert(
				fc.property(streams, ([inOneBatch, batches]) => {
					expect(sorted(record(batches))).toEqual(sorted(record([inOneBatch])));
				}),
				{ numRuns: 1_000 },
			);
		});

		it('ends at the same sessions for any order of answers to what is on record', () => {
			const streams = fc
				.tuple(whatTheyDid, whatWeAnswered)
				.chain(([theirs, ours]) => fc.tuple(fc.constant(theirs), fc.constant(ours), shuffledBatches(ours)));
			fc.assert(
				fc.property(streams, ([theirs, ours, batches]) => {
					const known = record([[...theirs, ...PAIRS]]);
					expect(sorted(record(batches, known))).toEqual(sorted(record([ours], known)));
				}),
				{ numRuns: 1_000 },
			);
		});

		it('ends at the same sessions for any order within a batch, answers included', () => {
			const shuffles = fc
				.array(anyEvidence('inbound', 'refusal', 'referral', 'answer', 'identity'), { maxLength: 8 })
				.chain((batch) => fc.tuple(fc.constant(batch), shuffled(batch)));
			fc.assert(
				fc.property(shuffles, ([batch, other]) => {
					expect(sorted(record([other]))).toEqual(sorted(record([batch])));
				}),
				{ numRuns: 1_000 },
			);
		});

		it('never moves the last inbound message back, and changes nothing it was given', () => {
			fc.assert(
				fc.property(fc.array(whatTheyDid, { maxLength: 5 }), (batches) => {
					let sessions: Session[] = [];
					for (const batch of batches) {
						const before = structuredClone([sessions, batch]);
						const after = recordSessionEvidence(sessions, batch).sessions;
						expect([sessions, batch]).toEqual(before);
						for (const session of sessions.filter(({ lastInboundAtMs }) => lastInboundAtMs !== undefined)) {
							const next = find(after, session);
							expect(next?.lastInboundAtMs).toBeGreaterThanOrEqual(session.lastInboundAtMs!);
						}
						sessions = after;
					}
				}),
			);
		});

		it('is one session for each business number as soon as both names were seen together', () => {
			fc.assert(
				fc.property(whatTheyDid, (evidence) => {
					const sessions = record([[...evidence, item('identity', BOTH, 5)]]).filter((one) => one.phoneNumberId === NUMBER);
					expect(sessions).toHaveLength(1);
					expect(sessions[0]).toMatchObject(BOTH);
				}),
			);
		});
	});

	it('gives back the very sessions that did not change', () => {
		const known = record([[item('inbound', { waId: '1' }, 5), item('inbound', { waId: '2' }, 5)]]);
		const { sessions, merged } = recordSessionEvidence(known, [item('inbound', { waId: '1' }, 9), item('inbound', { waId: '2' }, 4)]);
		expect(sessions[0]).not.toBe(known[0]);
		expect(sessions[1]).toBe(known[1]);
		expect(merged).toEqual([]);
	});

	it('names the session that merged into another one', () => {
		const known = record([[item('inbound', { bsuid: BSUID }, 5)], [item('inbound', { waId: WA_ID }, 9)]]);
		const { sessions, merged } = recordSessionEvidence(known, [item('identity', BOTH, 7)]);
		expect(sessions).toMatchObject([{ ...BOTH, lastInboundAtMs: 9 }]);
		expect(merged).toEqual([known[1]]);
	});

	it('remembers when the business last wrote, under whatever name, also where two sessions merge', () => {
		const wrote = [item('inbound', { bsuid: BSUID }, 1), item('inbound', { waId: WA_ID }, 1)];
		for (const kind of ['answer', 'outbound'] as const) {
			const sessions = record([wrote, [item(kind, { waId: WA_ID }, 6), item(kind, { bsuid: BSUID }, 4)], [item('identity', BOTH, 9)]]);
			expect(sessions).toMatchObject([{ ...BOTH, lastAnswerAtMs: 6 }]);
		}
	});

	it('keeps no answer that is older than the newest referral when sessions merge', () => {
		const sessions = record([
			[item('referral', { bsuid: BSUID }, 5), item('answer', { bsuid: BSUID }, 6)],
			[item('referral', { waId: WA_ID }, 8)],
			[item('identity', BOTH, 9)],
		]);
		expect(sessions).toMatchObject([{ referralAtMs: 8, answeredAtMs: undefined }]);
		expect(record([[item('answer', BOTH, 10)]], sessions)).toMatchObject([{ answeredAtMs: 10 }]);
	});

	it.each([
		['the first answer counts', ['referral', 5], ['answer', 7], ['answer', 6], 6],
		['an answer of the same second counts', ['answer', 5], ['referral', 5], ['answer', 6], 5],
		['an answer to an earlier referral does not count', ['referral', 5], ['answer', 6], ['referral', 7], undefined],
	] as const)('after a referral %s', (_, one, two, three, expected) => {
		const [session] = record([[one, two, three].map(([kind, atMs]) => item(kind, BOTH, atMs))]);
		expect(session?.answeredAtMs).toBe(expected);
	});

	it('follows the newest pair of a wa_id and leaves the window behind', () => {
		const sessions = record([
			[item('inbound', { bsuid: 'US.1', waId: WA_ID }, 5)],
			[item('identity', { bsuid: 'US.2', waId: WA_ID }, 6)],
			[item('inbound', { bsuid: 'US.1', waId: WA_ID }, 4)],
		]);
		expect(sessions).toMatchObject([
			{ bsuid: 'US.1', waId: undefined, lastInboundAtMs: 5 },
			{ bsuid: 'US.2', waId: WA_ID },
		]);
		expect(sessions[1]?.lastInboundAtMs).toBeUndefined();
	});

	it.each([
		['a person', { bsuid: 'US.1', waId: '1' }, { bsuid: 'US.1', waId: '2' }, [{ bsuid: 'US.1', waId: '2' }]],
		['a number', { bsuid: 'US.1', waId: '1' }, { bsuid: 'US.2', waId: '1' }, [{ bsuid: 'US.1', waId: undefined }, { bsuid: 'US.2', waId: '1' }]],
	])('of two pairs of %s at the very same instant believes the one that it hears of last', (_, first, second, expected) => {
		expect(record([[item('identity', first, 5)], [item('identity', second, 5)]])).toMatchObject(expected);
	});

	it('makes no record for somebody of whom nothing is learned', () => {
		expect(record([[item('answer', { waId: WA_ID }, 5), item('identity', { bsuid: BSUID }, 5), item('inbound', {}, 5)]])).toEqual([]);
	});
});

function item(kind: SessionEvidenceKind, user: UserIdentity, atMs: number): SessionEvidence {
	return { kind, phoneNumberId: NUMBER, user, atMs };
}

function record(batches: SessionEvidence[][], known: Session[] = []): Session[] {
	return batches.reduce((sessions, batch) => recordSessionEvidence(sessions, batch).sessions, known);
}

function find(sessions: Session[], { phoneNumberId, bsuid, waId }: Session): Session | undefined {
	return sessions.find(
		(one) => one.phoneNumberId === phoneNumberId && (bsuid ? one.bsuid === bsuid : waId !== undefined && one.waId === waId),
	);
}

/** Some of the items twice, in any order, cut into batches. */
function shuffledBatches(items: SessionEvidence[]): fc.Arbitrary<SessionEvidence[][]> {
	return fc
		.subarray(items)
		.chain((repeated) => shuffled([...items, ...repeated]))
		.chain((stream) => fc.tuple(fc.constant(stream), fc.array(fc.nat(stream.length), { maxLength: 4 })))
		.map(([stream, cuts]) => {
			const borders = [0, ...cuts.sort((a, b) => a - b), stream.length];
			return borders.slice(1).map((end, index) => stream.slice(borders[index], end));
		});
}

function shuffled<Item>(items: Item[]): fc.Arbitrary<Item[]> {
	return fc.shuffledSubarray(items, { minLength: items.length });
}

function sorted(sessions: Session[]): Session[] {
	return [...sessions].sort((a, b) => JSON.stringify(nameOf(a)).localeCompare(JSON.stringify(nameOf(b))));
}

function nameOf({ phoneNumberId, bsuid, waId }: Session): Array<string | undefined> {
	return [phoneNumberId, bsuid, waId];
}
