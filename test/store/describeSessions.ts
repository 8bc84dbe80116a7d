import fc from 'fast-check';

import { recordSessionEvidence } from '../../nodes/shared/domain/recordSessionEvidence';
import type { Session, SessionKey, UserIdentity } from '../../nodes/shared/domain/Session';
import type { SessionEvidence, SessionEvidenceKind } from '../../nodes/shared/domain/SessionEvidence';
import type { Store } from '../../nodes/shared/store/Store';
import { NOON_MS, SECOND_MS } from './instants';
import type { OpenStore } from './OpenStore';

const NUMBER = '106540352242922';
const BSUID = 'US.13491208655302741918';
const WA_ID = '15551234567';

/** Looking sessions up, and adding evidence to them. */
export function describeSessions(open: OpenStore): void {
	describe('sessions', () => {
		let store: Store;
		let reopen: () => Promise<Store>;
		beforeEach(async () => ({ store, reopen } = await open()));
		afterEach(() => store.close());

		it('answers undefined for somebody who never wrote', async () => {
			expect(await store.findSessions([keyOf({ waId: WA_ID }), keyOf({ bsuid: BSUID })])).toEqual([undefined, undefined]);
		});

		it('answers nothing when nothing is asked, and records nothing when there is nothing', async () => {
			await store.recordEvidence([]);
			expect(await store.findSessions([])).toEqual([]);
		});

		it('answers in the order of the keys, also when a key occurs twice', async () => {
			await store.recordEvidence([inbound({ waId: '1' }, 1), inbound({ waId: '2' }, 2)]);
			const found = await store.findSessions(['2', '3', '1', '2'].map((waId) => keyOf({ waId })));
			expect(found.map((session) => session?.lastInboundAtMs)).toEqual([at(2), undefined, at(1), at(2)]);
		});

		it('keeps the latest instant when messages arrive out of order and twice', async () => {
			for (const seconds of [5, 9, 9, 2]) await store.recordEvidence([inbound({ waId: WA_ID }, seconds)]);
			await store.recordEvidence([inbound({ waId: WA_ID }, 8), inbound({ waId: WA_ID }, 3)]);
			expect(await inboundOf(store, { waId: WA_ID })).toBe(at(9));
		});

		it('keeps one window for each business number', async () => {
			await store.recordEvidence([inbound({ bsuid: BSUID, waId: WA_ID }, 5)]);
			const [other] = await store.findSessions([{ phoneNumberId: '999', user: { bsuid: BSUID, waId: WA_ID } }]);
			expect(other).toBeUndefined();
		});

		it('finds a user by either name once both were seen together', async () => {
			await store.recordEvidence([inbound({ bsuid: BSUID, waId: WA_ID }, 5)]);
			expect(await inboundOf(store, { bsuid: BSUID })).toBe(at(5));
			expect(await inboundOf(store, { waId: WA_ID })).toBe(at(5));
		});

		it('prefers the session of the BSUID to that of the wa_id', async () => {
			await store.recordEvidence([inbound({ bsuid: BSUID }, 5), inbound({ waId: WA_ID }, 9)]);
			expect(await inboundOf(store, { bsuid: BSUID, waId: WA_ID })).toBe(at(5));
		});

		it('merges the sessions of two names that turn out to be one user', async () => {
			await store.recordEvidence([inbound({ bsuid: BSUID }, 5)]);
			await store.recordEvidence([inbound({ waId: WA_ID }, 9)]);
			await store.recordEvidence([evidence('identity', { bsuid: BSUID, waId: WA_ID }, 7)]);
			const expected = { phoneNumberId: NUMBER, bsuid: BSUID, waId: WA_ID, lastInboundAtMs: at(9), identifiedAtMs: at(7) };
			expect(await store.findSessions([keyOf({ bsuid: BSUID }), keyOf({ waId: WA_ID })])).toEqual([expected, expected]);
		});

		it('passes a wa_id on to the newest BSUID without its window', async () => {
			await store.recordEvidence([inbound({ bsuid: 'US.1', waId: WA_ID }, 5)]);
			await store.recordEvidence([evidence('identity', { bsuid: 'US.2', waId: WA_ID }, 6)]);
			expect(await inboundOf(store, { waId: WA_ID })).toBeUndefined();
			expect(await inboundOf(store, { bsuid: 'US.1' })).toBe(at(5));
		});

		it('lets two BSUIDs swap their wa_ids in one batch', async () => {
			await store.recordEvidence([inbound({ bsuid: 'US.1', waId: '1' }, 1), inbound({ bsuid: 'US.2', waId: '2' }, 2)]);
			await store.recordEvidence([
				evidence('identity', { bsuid: 'US.1', waId: '2' }, 3),
				evidence('identity', { bsuid: 'US.2', waId: '1' }, 3),
			]);
			const found = await store.findSessions([keyOf({ waId: '1' }), keyOf({ waId: '2' })]);
			expect(found.map((session) => session?.bsuid)).toEqual(['US.2', 'US.1']);
		});

		it('does not open the window of one BSUID by the wa_id of another', async () => {
			await store.recordEvidence([inbound({ bsuid: 'US.1', waId: WA_ID }, 5)]);
			expect(await store.findSessions([keyOf({ bsuid: 'US.2', waId: WA_ID })])).toEqual([undefined]);
		});

		it('keeps a renaming of both names of somebody who is not on record, and gives the number to its next holder', async () => {
			await store.recordEvidence([evidence('renaming', { bsuid: BSUID, waId: WA_ID }, 5)]);
			const found = await store.findSessions([keyOf({ bsuid: BSUID }), keyOf({ waId: WA_ID })]);
			expect(found).toMatchObject([
				{ bsuid: BSUID, waId: undefined, renamedAtMs: at(5) },
				{ bsuid: undefined, waId: WA_ID, renamedAtMs: at(5) },
			]);
			await store.recordEvidence([inbound({ bsuid: 'US.2', waId: WA_ID }, 6)]);
			expect(await store.findSessions([keyOf({ waId: WA_ID })])).toMatchObject([{ bsuid: 'US.2', lastInboundAtMs: at(6) }]);
		});

		it('leaves a number behind that its holder exchanged for another', async () => {
			await store.recordEvidence([inbound({ bsuid: BSUID, waId: WA_ID }, 1)]);
			const identity = evidence('identity', { bsuid: BSUID, waId: '2' }, 5);
			await store.recordEvidence([evidence('renaming', { bsuid: BSUID, waId: WA_ID }, 5), identity]);
			const found = await store.findSessions([keyOf({ waId: '2' }), keyOf({ waId: WA_ID })]);
			expect(found).toMatchObject([
				{ bsuid: BSUID, waId: '2', renamedAtMs: at(5) },
				{ bsuid: undefined, waId: WA_ID, renamedAtMs: at(5) },
			]);
		});

		it('takes an empty name for a missing one', async () => {
			await store.recordEvidence([inbound({ bsuid: '', waId: WA_ID }, 5), inbound({ bsuid: '', waId: '' }, 6)]);
			const answers = await store.findSessions([keyOf({ bsuid: '', waId: WA_ID }), keyOf({ bsuid: '' }), keyOf({})]);
			expect(answers.map((session) => session?.lastInboundAtMs)).toEqual([at(5), undefined, undefined]);
		});

		it('takes a batch of 1,000 users', async () => {
			const users = Array.from({ length: 1_000 }, (_, index) => ({ bsuid: `US.${index}`, waId: String(index) }));
			await store.recordEvidence(users.map((user, index) => inbound(user, index)));
			const found = await store.findSessions(users.map(({ waId }) => keyOf({ waId })));
			expect(found.map((session) => session?.lastInboundAtMs)).toEqual(users.map((_, index) => at(index)));
		});

		it.each([
			['quotes', `US.'"\`; DROP TABLE sessions; --`],
			['another script', 'US.Ünïcödé-日本語-🙂'],
			['128 characters', `US.${'a1B2'.repeat(32)}`],
			['what JSON escapes', 'US.\\ "\n\t}'],
		])('keeps names with %s apart', async (_, bsuid) => {
			await store.recordEvidence([inbound({ bsuid }, 5), inbound({ bsuid: `${bsuid}x` }, 6)]);
			expect(await inboundOf(store, { bsuid })).toBe(at(5));
			expect(await inboundOf(store, { bsuid: `${bsuid}x` })).toBe(at(6));
		});

		it('keeps everything when it is closed and opened again', async () => {
			await store.recordEvidence([
				inbound({ bsuid: BSUID, waId: WA_ID }, 5),
				evidence('referral', { bsuid: BSUID }, 5),
				evidence('answer', { bsuid: BSUID }, 6),
				evidence('refusal', { bsuid: BSUID }, 7),
				evidence('renaming', { waId: WA_ID }, 8),
			]);
			await store.close();
			store = await reopen();
			expect(await store.findSessions([keyOf({ waId: WA_ID })])).toEqual([
				{
					phoneNumberId: NUMBER,
					bsuid: BSUID,
					waId: WA_ID,
					lastInboundAtMs: at(5),
					closedByPlatformAtMs: at(7),
					referralAtMs: at(5),
					answeredAtMs: at(6),
					lastAnswerAtMs: at(6),
					renamedAtMs: at(8),
					identifiedAtMs: at(5),
				},
			]);
		});

		it('may be closed twice, and refuses to answer after that', async () => {
			await store.close();
			await store.close();
			await expect(store.findSessions([keyOf({ waId: WA_ID })])).rejects.toThrow('was closed');
		});

		it('records concurrent evidence about one user without losing any', async () => {
			const kinds = ['inbound', 'referral', 'refusal', 'identity'] as const;
			await Promise.all(
				Array.from({ length: 40 }, (_, index) => {
					const user = [{ bsuid: BSUID, waId: WA_ID }, { bsuid: BSUID }, { waId: WA_ID }][index % 3]!;
					return store.recordEvidence([evidence(kinds[index % 4]!, user, index)]);
				}),
			);
			const [session] = await store.findSessions([keyOf({ bsuid: BSUID })]);
			expect(session).toMatchObject({ waId: WA_ID, lastInboundAtMs: at(36), referralAtMs: at(37), closedByPlatformAtMs: at(38) });
		});

		it('keeps what the rule in memory keeps, for any evidence in any batches', async () => {
			let run = 0;
			await fc.assert(
				fc.asyncProperty(fc.array(fc.array(anyEvidence, { maxLength: 6 }), { maxLength: 6 }), async (batches) => {
					// Every run has business numbers of its own, so that one store serves them all.
					const prefix = `run${run++}-`;
					let model: Session[] = [];
					for (const batch of batches) {
						const here = batch.map((item) => ({ ...item, phoneNumberId: prefix + item.phoneNumberId }));
						await store.recordEvidence(here);
						model = recordSessionEvidence(model, here).sessions;
					}
					const keys = KEYS.map((key) => ({ ...key, phoneNumberId: prefix + key.phoneNumberId }));
					expect(await store.findSessions(keys)).toEqual(keys.map((key) => findInModel(model, key)));
				}),
				{ numRuns: 60 },
			);
		});
	});
}

const PHONE_NUMBER_IDS = ['A', 'B'];
const USERS: UserIdentity[] = ['US.1', 'US.2', undefined].flatMap((bsuid) =>
	['1', '2', undefined].map((waId) => ({ bsuid, waId })),
);
const KEYS: SessionKey[] = PHONE_NUMBER_IDS.flatMap((phoneNumberId) => USERS.map((user) => ({ phoneNumberId, user })));

const anyEvidence: fc.Arbitrary<SessionEvidence> = fc.record({
	kind: fc.constantFrom<SessionEvidenceKind>('inbound', 'refusal', 'referral', 'answer', 'identity', 'freeEntryPoint', 'renaming'),
	untilMs: fc.integer({ min: 100, max: 103 }).map(at),
	phoneNumberId: fc.constantFrom(...PHONE_NUMBER_IDS),
	user: fc.constantFrom(...USERS),
	atMs: fc.integer({ min: 0, max: 20 }).map(at),
});

function findInModel(sessions: Session[], { phoneNumberId, user }: SessionKey): Session | undefined {
	const ofNumber = sessions.filter((session) => session.phoneNumberId === phoneNumberId);
	return (
		ofNumber.find(({ bsuid }) => bsuid !== undefined && bsuid === user.bsuid) ??
		ofNumber.find(({ waId, bsuid }) => waId !== undefined && waId === user.waId && (!bsuid || !user.bsuid))
	);
}

function at(seconds: number): number {
	return NOON_MS + seconds * SECOND_MS;
}

function keyOf(user: UserIdentity): SessionKey {
	return { phoneNumberId: NUMBER, user };
}

function evidence(kind: SessionEvidenceKind, user: UserIdentity, seconds: number): SessionEvidence {
	return { kind, phoneNumberId: NUMBER, user, atMs: at(seconds) };
}

function inbound(user: UserIdentity, seconds: number): SessionEvidence {
	return evidence('inbound', user, seconds);
}

async function inboundOf(store: Store, user: UserIdentity): Promise<number | undefined> {
	const [session] = await store.findSessions([keyOf(user)]);
	return session?.lastInboundAtMs;
}
