import fc from 'fast-check';

import { NO_CONSENT_ON_RECORD } from '../../nodes/shared/domain/Consent';
import type { Consent, ConsentEntry } from '../../nodes/shared/domain/Consent';
import type { Renaming } from '../../nodes/shared/domain/Renaming';
import type { UserIdentity } from '../../nodes/shared/domain/Session';
import type { WebhookRecord } from '../../nodes/shared/store/SessionStore';
import type { Store } from '../../nodes/shared/store/Store';
import { DAY_MS, NOON_MS, SECOND_MS } from './instants';
import type { OpenedStore, OpenStore } from './OpenStore';
import { toWebhookRecord } from './toWebhookRecord';

const WABA = '102290129340398';
const PREVIOUS: UserIdentity = { bsuid: 'US.1', waId: '15550000001' };
const CURRENT: UserIdentity = { bsuid: 'US.2', waId: '15550000002' };
const THIRD: UserIdentity = { bsuid: 'US.3' };

/** The consent of people who get new IDs. */
export function describeRenamings(open: OpenStore): void {
	describe('the consent of somebody with new IDs', () => {
		let store: Store;
		let countRows: OpenedStore['countRows'];
		beforeEach(async () => ({ store, countRows } = await open()));
		afterEach(() => store.close());

		it('is the newest of each category that the previous ones had, under either of the new ones', async () => {
			await store.recordConsent([
				entry({ state: 'optedIn', atMs: at(1) }),
				entry({ state: 'optedOut', atMs: at(2), user: { waId: PREVIOUS.waId } }),
				entry({ kind: 'utility', atMs: at(1), user: { bsuid: PREVIOUS.bsuid } }),
			]);
			await receive(store, { renamings: [renaming()] });
			const expected = { marketing: 'optedOut', utility: 'optedIn', authentication: 'unknown' };
			expect(await consentOf(store, { bsuid: CURRENT.bsuid })).toMatchObject(expected);
			expect(await consentOf(store, { waId: CURRENT.waId })).toMatchObject(expected);
			expect(await consentOf(store, PREVIOUS)).toMatchObject(expected);
		});

		it('keeps its instant, so that what the person said since under the new ones counts', async () => {
			await store.recordConsent([entry({ state: 'optedOut', atMs: at(1) }), entry({ user: CURRENT, atMs: at(2) })]);
			await receive(store, { renamings: [renaming({ atMs: at(9) })] });
			expect(await consentOf(store, CURRENT)).toMatchObject({ marketing: 'optedIn' });
		});

		it('keeps the instant of each category, whatever was said of another one since', async () => {
			await store.recordConsent([entry({ state: 'optedOut', atMs: at(1) }), entry({ kind: 'utility', atMs: at(3) }), entry({ user: CURRENT, atMs: at(2) })]);
			await receive(store, { renamings: [renaming({ atMs: at(9) })] });
			expect(await consentOf(store, CURRENT)).toMatchObject({ marketing: 'optedIn', utility: 'optedIn' });
		});

		it('is entered once, however often the notice comes', async () => {
			await store.recordConsent([entry()]);
			await receive(store, { renamings: [renaming(), renaming()] });
			await receive(store, { renamings: [renaming()] });
			expect(await countRows('consent_entries')).toBe(2);
			expect(await countRows('renamings')).toBe(1);
		});

		it('takes what the same webhook says about the previous ones', async () => {
			await receive(store, { consent: [entry({ state: 'optedOut' })], renamings: [renaming()] });
			expect(await consentOf(store, CURRENT)).toMatchObject({ marketing: 'optedOut' });
		});

		it('takes what was said under a number that a session knows to be theirs, although it moves with the same webhook', async () => {
			await store.recordConsent([entry({ user: { waId: PREVIOUS.waId }, state: 'optedOut' })]);
			await store.recordEvidence([{ kind: 'identity', phoneNumberId: '1', user: PREVIOUS, atMs: at(1) }]);
			const moved = { ...THIRD, waId: PREVIOUS.waId };
			await receive(store, {
				renamings: [renaming({ previous: { bsuid: PREVIOUS.bsuid }, current: THIRD })],
				evidence: [{ kind: 'identity', phoneNumberId: '1', user: moved, atMs: at(9) }],
			});
			await store.recordEvidence([{ kind: 'identity', phoneNumberId: '1', user: { bsuid: 'US.4', waId: PREVIOUS.waId }, atMs: at(10) }]);
			expect(await consentOf(store, THIRD)).toMatchObject({ marketing: 'optedOut' });
		});

		it('is found by the number alone, where that is all that joins the old BSUID and the new one', async () => {
			await store.recordConsent([entry({ user: { bsuid: PREVIOUS.bsuid }, state: 'optedOut' })]);
			await store.recordEvidence([{ kind: 'identity', phoneNumberId: '1', user: PREVIOUS, atMs: at(1) }]);
			const kept = { ...CURRENT, waId: PREVIOUS.waId };
			await receive(store, {
				renamings: [renaming({ previous: { waId: PREVIOUS.waId }, current: kept })],
				evidence: [{ kind: 'identity', phoneNumberId: '1', user: kept, atMs: at(5) }],
			});
			expect(await consentOf(store, { bsuid: CURRENT.bsuid })).toMatchObject({ marketing: 'optedOut' });
		});

		it.each([
			['at the instant of the renaming', 5, 'optedOut'],
			['after it, which may be by somebody else', 6, 'unknown'],
		])('takes what was said %s', async (_, seconds, expected) => {
			await store.recordConsent([entry({ state: 'optedOut', atMs: at(seconds) })]);
			await receive(store, { renamings: [renaming({ atMs: at(5) })] });
			expect(await consentOf(store, CURRENT)).toMatchObject({ marketing: expected });
		});

		it('takes a stop of the previous ones that comes late, for up to 90 days', async () => {
			await receive(store, { renamings: [renaming({ atMs: at(5) })] });
			await receive(store, { consent: [entry({ state: 'optedOut', atMs: at(4) })], receivedAtMs: at(5) + 8 * DAY_MS });
			expect(await consentOf(store, CURRENT)).toMatchObject({ marketing: 'optedOut' });
			await store.prune(at(5) + 90 * DAY_MS);
			expect(await countRows('renamings')).toBe(1);
			await store.prune(at(5) + 90 * DAY_MS + 1);
			expect(await countRows('renamings')).toBe(0);
		});

		it('follows a person through several renamings, whichever is heard of first', async () => {
			const second = renaming({ previous: CURRENT, current: THIRD, atMs: at(7), evidence: 'wamid.2' });
			await receive(store, { renamings: [second] });
			await store.recordConsent([entry({ state: 'optedOut' })]);
			await receive(store, { renamings: [renaming()] });
			expect(await consentOf(store, THIRD)).toMatchObject({ marketing: 'optedOut' });
		});

		it('does not go round in circles when somebody takes the old IDs back', async () => {
			const back = renaming({ previous: CURRENT, current: PREVIOUS, atMs: at(7), evidence: 'wamid.2' });
			await store.recordConsent([entry()]);
			await receive(store, { renamings: [renaming(), back] });
			expect(await consentOf(store, PREVIOUS)).toMatchObject({ marketing: 'optedIn' });
			expect(await countRows('consent_entries')).toBe(3);
		});

		it('is kept per business account', async () => {
			await store.recordConsent([entry()]);
			await receive(store, { renamings: [renaming({ businessAccountId: '999' })] });
			expect(await consentOf(store, CURRENT)).toEqual(NO_CONSENT_ON_RECORD);
		});

		it.each<[string, Partial<Renaming>]>([
			['the previous IDs', { previous: {} }],
			['the new IDs', { current: { bsuid: '', waId: '' } }],
		])('is left alone by a renaming without %s', async (_, missing) => {
			await store.recordConsent([entry()]);
			await receive(store, { renamings: [renaming(missing)] });
			expect(await countRows('consent_entries')).toBe(1);
		});

		it('is found for 1,000 renamings of one webhook', async () => {
			const people = Array.from({ length: 1_000 }, (_, index) => [{ bsuid: `US.A${index}` }, { bsuid: `US.B${index}` }] as const);
			await store.recordConsent(people.map(([user]) => entry({ user })));
			await receive(store, { renamings: people.map(([previous, current]) => renaming({ previous, current })) });
			const answers = await store.findConsent(WABA, people.map(([, current]) => current));
			expect(answers.every(({ marketing }) => marketing === 'optedIn')).toBe(true);
		});

		it('is the same for any order of what was said and what was renamed', async () => {
			let run = 0;
			await fc.assert(
				fc.asyncProperty(anySteps.chain((steps) => fc.tuple(fc.constant(steps), shuffled(steps))), async ([one, other]) => {
					const answers = [];
					for (const steps of [one, other]) {
						// Every run has an account of its own, so that one store serves them all.
						const businessAccountId = `run ${run++}`;
						for (const step of steps) await receive(store, inAccount(step, businessAccountId));
						answers.push(await store.findConsent(businessAccountId, [PREVIOUS, CURRENT, THIRD]));
					}
					expect(answers[1]).toEqual(answers[0]);
				}),
				{ numRuns: 30 },
			);
		});
	});
}

const anySteps = fc.array(
	fc.oneof<Array<fc.Arbitrary<Partial<WebhookRecord>>>>(
		fc
			.tuple(fc.constantFrom(PREVIOUS, CURRENT, THIRD), fc.constantFrom('optedIn' as const, 'optedOut' as const), fc.nat(9))
			.map(([user, state, seconds]) => ({ consent: [entry({ user, state, atMs: at(seconds) })] })),
		fc.constant({ renamings: [renaming({ atMs: at(4) })] }),
		fc.constant({ renamings: [renaming({ previous: CURRENT, current: THIRD, atMs: at(7), evidence: 'wamid.2' })] }),
	),
	{ minLength: 2, maxLength: 6 },
);

function inAccount({ consent = [], renamings = [] }: Partial<WebhookRecord>, businessAccountId: string): Partial<WebhookRecord> {
	return {
		consent: consent.map((one) => ({ ...one, businessAccountId })),
		renamings: renamings.map((one) => ({ ...one, businessAccountId })),
	};
}

function shuffled<Item>(items: Item[]): fc.Arbitrary<Item[]> {
	return fc.shuffledSubarray(items, { minLength: items.length });
}

function at(seconds: number): number {
	return NOON_MS + seconds * SECOND_MS;
}

function entry(more: Partial<ConsentEntry> = {}): ConsentEntry {
	return {
		businessAccountId: WABA,
		user: PREVIOUS,
		kind: 'marketing',
		state: 'optedIn',
		atMs: NOON_MS,
		source: 'form',
		evidence: '',
		...more,
	};
}

function renaming(more: Partial<Renaming> = {}): Renaming {
	const parts = { previous: PREVIOUS, current: CURRENT, atMs: at(5), evidence: 'wamid.1' };
	return { businessAccountId: WABA, ...parts, ...more };
}

async function receive(store: Store, more: Partial<WebhookRecord>): Promise<void> {
	await store.recordWebhook(toWebhookRecord(more));
}

async function consentOf(store: Store, user: UserIdentity): Promise<Consent | undefined> {
	const [consent] = await store.findConsent(WABA, [user]);
	return consent;
}
