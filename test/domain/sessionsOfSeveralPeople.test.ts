import fc from 'fast-check';
import { DateTime } from 'luxon';

import { customerServiceWindow } from '../../nodes/shared/domain/customerServiceWindow';
import { recordSessionEvidence } from '../../nodes/shared/domain/recordSessionEvidence';
import type { Session, UserIdentity } from '../../nodes/shared/domain/Session';
import type { SessionEvidence, SessionEvidenceKind } from '../../nodes/shared/domain/SessionEvidence';

const NUMBER = '106540352242922';
const NOON_MS = Date.UTC(2026, 10, 1, 12);
const HOUR_MS = 60 * 60 * 1_000;
/** Meta repeats a webhook for 7 days, and the window lasts one. */
const REST_HOURS = 8 * 24;
const KINDS: SessionEvidenceKind[] = ['inbound', 'refusal', 'referral', 'identity'];

const PEOPLE = ['US.1', 'US.2'] as const;
const NUMBERS = ['15550000001', '15550000002', '15550000003'] as const;
const EVERYBODY: UserIdentity[] = [
	...PEOPLE.map((bsuid) => ({ bsuid })),
	...NUMBERS.map((waId) => ({ waId })),
	...PEOPLE.flatMap((bsuid) => NUMBERS.map((waId) => ({ bsuid, waId }))),
];

/** Which number each of the two has before and after the change; somebody without a number is not there then. */
type Change = readonly [before: readonly [string?, string?], after: readonly [string?, string?]];
const STAY: Change = [['15550000001', '15550000002'], ['15550000001', '15550000002']];
const PASS_ON: Change = [['15550000001'], [undefined, '15550000001']];
// Meta gives a person a new BSUID with a new number, so that these two do not happen; the records need not know.
const SWAP: Change = [['15550000001', '15550000002'], ['15550000002', '15550000001']];
const LEAVE: Change = [['15550000001', '15550000002'], ['15550000003', '15550000002']];

/** How a webhook names a person; `waId` alone is how `failed` statuses may still do it, where the BSUID is not known. */
type Naming = 'bsuid' | 'waId' | 'both';

/**
 * What two people do within two days each, before and after their numbers change hands.
 *
 * @param restHours - how long a number rests in between
 * @param namingsOf - how webhooks name people, by the kind of evidence
 */
function storyOf(
	changes: Change[],
	restHours: number,
	namingsOf: (kind: SessionEvidenceKind) => Naming[],
): fc.Arbitrary<SessionEvidence[]> {
	const sighting = fc.constantFrom(...KINDS).chain((kind) =>
		fc.record({
			kind: fc.constant(kind),
			naming: fc.constantFrom(...namingsOf(kind)),
			person: fc.constantFrom<0 | 1>(0, 1),
			isLater: fc.boolean(),
			hour: fc.nat(48),
		}),
	);
	const sightings = fc.array(sighting, { minLength: 2, maxLength: 8 });
	return fc.tuple(fc.constantFrom(...changes), sightings).map(([[before, after], seen]) => {
		const timed = seen.map((one) => ({ ...one, atMs: NOON_MS + (one.hour + (one.isLater ? 49 + restHours : 0)) * HOUR_MS }));
		return timed.filter(isAsMetaRefuses).flatMap(({ kind, naming, person, isLater, atMs }) => {
			const bsuid = PEOPLE[person];
			const waId = (isLater ? after : before)[person];
			if (waId === undefined) return [];
			const user = { bsuid: { bsuid }, waId: { waId }, both: { bsuid, waId } }[naming];
			return [{ kind, phoneNumberId: NUMBER, user, atMs }];
		});
	});
}

/** Nobody whose window is open is refused. */
function isAsMetaRefuses(one: Told, _: number, all: Told[]): boolean {
	const opens = ({ kind, person, atMs }: Told) =>
		kind === 'inbound' && person === one.person && atMs <= one.atMs && one.atMs < atMs + 24 * HOUR_MS;
	return one.kind !== 'refusal' || !all.some(opens);
}

interface Told {
	kind: SessionEvidenceKind;
	person: 0 | 1;
	atMs: number;
}

function withOtherOrder(evidence: SessionEvidence[]): fc.Arbitrary<[SessionEvidence[], SessionEvidence[]]> {
	return fc.tuple(fc.constant(evidence), fc.shuffledSubarray(evidence, { minLength: evidence.length }));
}

/** Records piece by piece, each in a webhook of its own. */
function record(evidence: SessionEvidence[]): Session[] {
	return evidence.reduce<Session[]>((sessions, one) => recordSessionEvidence(sessions, [one]).sessions, []);
}

/** As the store finds a user: by BSUID first, then by a wa_id that is nobody else's. */
function find(sessions: Session[], { bsuid, waId }: UserIdentity): Session | undefined {
	const ofBsuid = sessions.find((session) => bsuid !== undefined && session.bsuid === bsuid);
	return ofBsuid ?? sessions.find((session) => waId !== undefined && session.waId === waId && (!session.bsuid || !bsuid));
}

/** Whose window is open at an instant, by what had happened until then. */
function openUsers(evidence: SessionEvidence[], atMs: number): UserIdentity[] {
	const sessions = record(evidence.filter((piece) => piece.atMs <= atMs));
	const at = DateTime.fromMillis(atMs, { zone: 'utc' });
	return EVERYBODY.filter((user) => customerServiceWindow(find(sessions, user), at).isOpen);
}

function byName(sessions: Session[]): Session[] {
	const nameOf = ({ bsuid, waId }: Session) => `${bsuid} ${waId}`;
	return [...sessions].sort((one, other) => nameOf(one).localeCompare(nameOf(other)));
}

/** Records of a number that say nothing else are left out. */
function withoutRefusals(sessions: Session[]): Session[] {
	return byName(sessions)
		.map((session) => ({ ...session, closedByPlatformAtMs: undefined }))
		.filter(({ bsuid, lastInboundAtMs, referralAtMs }) => bsuid ?? lastInboundAtMs ?? referralAtMs);
}

const ALWAYS_BSUID = (): Naming[] => ['bsuid', 'both'];
const ANY_NAMING = (): Naming[] => ['bsuid', 'waId', 'both'];
/** As Meta does: the BSUID stands in every webhook but that of a failure. */
const AS_META = (kind: SessionEvidenceKind): Naming[] => (kind === 'refusal' ? ANY_NAMING() : ALWAYS_BSUID());

describe('the sessions of several people', () => {
	it.each([
		['where the BSUID is always named, whoever has which number', storyOf([STAY, PASS_ON, SWAP, LEAVE], 0, ALWAYS_BSUID)],
		['where no number changes hands, whatever is named', storyOf([STAY], 0, ANY_NAMING)],
	])('are the same in any order %s', (_, story) => {
		fc.assert(
			fc.property(story.chain(withOtherOrder), ([evidence, other]) => {
				expect(byName(record(other))).toEqual(byName(record(evidence)));
			}),
			{ numRuns: 2_000 },
		);
	});

	const lived = storyOf([STAY, PASS_ON], REST_HOURS, AS_META).chain(withOtherOrder);
	const hours = fc.nat(2 * 49 + REST_HOURS + 48);

	it('are open and closed alike at any instant, whatever the order, where people are named as Meta does and a number rests before it passes on', () => {
		fc.assert(
			fc.property(lived, hours, ([evidence, other], hour) => {
				const atMs = NOON_MS + hour * HOUR_MS;
				expect(openUsers(other, atMs)).toEqual(openUsers(evidence, atMs));
			}),
			{ numRuns: 5_000 },
		);
	});

	it('differ in a few of 2,000 such stories, only by whose window Meta refused', () => {
		const stories = fc.sample(lived, { numRuns: 2_000, seed: 11 });
		const differingBy = (view: (sessions: Session[]) => Session[]) =>
			stories.filter(([evidence, other]) => toText(view(record(evidence))) !== toText(view(record(other)))).length;
		expect(differingBy(byName)).toBeGreaterThan(0);
		expect(differingBy(byName)).toBeLessThan(40);
		expect(differingBy(withoutRefusals)).toBe(0);
	});

	it('follow a number to the one who had it last, and leave nobody with a number left before', () => {
		const moved = [
			{ kind: 'identity' as const, phoneNumberId: NUMBER, user: { bsuid: 'US.1', waId: '15550000003' }, atMs: NOON_MS },
			{ kind: 'identity' as const, phoneNumberId: NUMBER, user: { bsuid: 'US.1', waId: '15550000001' }, atMs: NOON_MS + 1 },
			{ kind: 'inbound' as const, phoneNumberId: NUMBER, user: { bsuid: 'US.2', waId: '15550000001' }, atMs: NOON_MS + 2 },
		];
		const expected = [
			{ bsuid: 'US.1', waId: undefined, identifiedAtMs: NOON_MS + 1 },
			{ bsuid: 'US.2', waId: '15550000001', identifiedAtMs: NOON_MS + 2 },
		];
		expect(byName(record(moved))).toMatchObject(expected);
		expect(byName(record([moved[0]!, moved[2]!, moved[1]!]))).toMatchObject(expected);
	});
});

function toText(sessions: Session[]): string {
	return JSON.stringify(sessions.map((session) => Object.entries(session).filter(([, value]) => value !== undefined).sort()));
}
