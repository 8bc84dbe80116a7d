import { NO_CONSENT_ON_RECORD } from '../../nodes/shared/domain/Consent';
import type { ConsentEntry } from '../../nodes/shared/domain/Consent';
import type { Store } from '../../nodes/shared/store/Store';
import { NOON_MS } from './instants';
import type { OpenedStore, OpenStore } from './OpenStore';
import { toWebhookRecord } from './toWebhookRecord';

const WABA = '102290129340398';
const BSUID = 'US.13491208655302741918';
const WA_ID = '15551234567';

/** Opt-ins and opt-outs. */
export function describeConsent(open: OpenStore): void {
	describe('consent', () => {
		let store: Store;
		let reopen: () => Promise<Store>;
		let countRows: OpenedStore['countRows'];
		beforeEach(async () => ({ store, reopen, countRows } = await open()));
		afterEach(() => store.close());

		it('is unknown where nothing is on record', async () => {
			await store.recordConsent([]);
			expect(await store.findConsent(WABA, [{ waId: WA_ID }])).toEqual([NO_CONSENT_ON_RECORD]);
			expect(await store.findConsent(WABA, [])).toEqual([]);
		});

		it.each([
			['the newest entry counts', ['optedIn', 1], ['optedOut', 2], 'optedOut'],
			['the newest entry counts, whichever was recorded last', ['optedIn', 2], ['optedOut', 1], 'optedIn'],
			['an opt-out wins a tie', ['optedIn', 1], ['optedOut', 1], 'optedOut'],
			['an opt-out wins a tie, whichever was recorded last', ['optedOut', 1], ['optedIn', 1], 'optedOut'],
		] as const)('%s', async (_, [first, firstAt], [second, secondAt], expected) => {
			await store.recordConsent([entry({ state: first, atMs: NOON_MS + firstAt })]);
			await store.recordConsent([entry({ state: second, atMs: NOON_MS + secondAt })]);
			expect(await store.findConsent(WABA, [{ waId: WA_ID }])).toMatchObject([{ marketing: expected }]);
		});

		it('is kept per kind', async () => {
			await store.recordConsent([entry({ state: 'optedOut' }), entry({ kind: 'utility' })]);
			expect(await store.findConsent(WABA, [{ waId: WA_ID }])).toMatchObject([
				{ marketing: 'optedOut', utility: 'optedIn', authentication: 'unknown' },
			]);
		});

		it('is kept per business account', async () => {
			await store.recordConsent([entry()]);
			expect(await store.findConsent('999', [{ waId: WA_ID }])).toEqual([NO_CONSENT_ON_RECORD]);
		});

		it('answers in the order of the users', async () => {
			await store.recordConsent([entry({ user: { waId: '1' } }), entry({ user: { waId: '2' }, state: 'optedOut' })]);
			const answers = await store.findConsent(WABA, [{ waId: '2' }, { waId: '3' }, { waId: '1' }, { waId: '2' }]);
			expect(answers.map(({ marketing }) => marketing)).toEqual(['optedOut', 'unknown', 'optedIn', 'optedOut']);
		});

		it('counts what was said under either name', async () => {
			await store.recordConsent([
				entry({ user: { waId: WA_ID }, atMs: NOON_MS }),
				entry({ user: { bsuid: BSUID }, state: 'optedOut', atMs: NOON_MS + 1 }),
			]);
			expect(await store.findConsent(WABA, [{ bsuid: BSUID, waId: WA_ID }])).toMatchObject([{ marketing: 'optedOut' }]);
			expect(await store.findConsent(WABA, [{ waId: WA_ID }])).toMatchObject([{ marketing: 'optedIn' }]);
		});

		it('finds an opt-out under the other name once a session has shown that both are one person', async () => {
			await store.recordConsent([entry({ user: { bsuid: BSUID }, state: 'optedOut' })]);
			const user = { bsuid: BSUID, waId: WA_ID };
			await store.recordEvidence([{ kind: 'identity', phoneNumberId: '1', user, atMs: NOON_MS }]);
			expect(await store.findConsent(WABA, [{ waId: WA_ID }])).toMatchObject([{ marketing: 'optedOut' }]);
		});

		it('adds an entry once, whatever brings it and how often', async () => {
			const entries = [entry({ user: { bsuid: BSUID } }), entry({ user: { waId: WA_ID, bsuid: '' } }), entry({ user: { waId: WA_ID } })];
			await store.recordConsent([...entries, ...entries]);
			await store.recordConsent(entries);
			await store.recordWebhook(toWebhookRecord({ consent: entries }));
			expect(await countRows('consent_entries')).toBe(2);
		});

		it.each<[string, Partial<ConsentEntry>]>([
			['account', { businessAccountId: '999' }],
			['user', { user: { bsuid: BSUID } }],
			['user, who is named by both IDs', { user: { bsuid: BSUID, waId: WA_ID } }],
			['kind', { kind: 'utility' }],
			['state', { state: 'optedOut' }],
			['instant', { atMs: NOON_MS + 1 }],
			['source', { source: 'userPreferences' }],
			['evidence', { evidence: 'wamid.1' }],
		])('adds an entry that differs from another in its %s', async (_, difference) => {
			await store.recordConsent([entry(), entry(difference)]);
			expect(await countRows('consent_entries')).toBe(2);
		});

		it('keeps topics and everything apart, with source, evidence and wording of the newest', async () => {
			const stop = { kind: 'everything', state: 'optedOut', source: 'keyword', evidence: 'wamid.7', wording: 'Stop 🛑' } as const;
			await store.recordConsent([
				entry({ kind: 'topic:news', evidence: 'https://shop.example/forms/1' }),
				entry({ ...stop, atMs: NOON_MS + 1 }),
				entry({ ...stop, wording: undefined, state: 'optedIn' }),
			]);
			const [consent] = await store.findConsent(WABA, [{ waId: WA_ID }]);
			expect(consent).toMatchObject({ marketing: 'optedOut', utility: 'optedOut', authentication: 'optedOut' });
			expect(consent?.facts).toHaveLength(2);
			expect(consent?.facts).toEqual(
				expect.arrayContaining([
					{ kind: 'topic:news', state: 'optedIn', atMs: NOON_MS, source: 'form', evidence: 'https://shop.example/forms/1' },
					{ ...stop, atMs: NOON_MS + 1 },
				]),
			);
		});

		it('tells entries apart by evidence of any length', async () => {
			const evidence = 'All of this was said. '.repeat(1_000);
			await store.recordConsent([entry({ evidence }), entry({ evidence: `${evidence}!` }), entry({ evidence })]);
			expect(await countRows('consent_entries')).toBe(2);
		});

		it('is learned from a webhook', async () => {
			await store.recordWebhook(toWebhookRecord({ consent: [entry({ state: 'optedOut', source: 'userPreferences' })] }));
			expect(await store.findConsent(WABA, [{ waId: WA_ID }])).toMatchObject([{ marketing: 'optedOut' }]);
		});

		it('takes 1,000 entries, and keeps them when it is opened again', async () => {
			const users = Array.from({ length: 1_000 }, (_, index) => ({ waId: String(index) }));
			await store.recordConsent(users.map((user) => entry({ user, source: `form 'A"`, evidence: '✓' })));
			await store.close();
			store = await reopen();
			const answers = await store.findConsent(WABA, users);
			expect(answers.every(({ marketing }) => marketing === 'optedIn')).toBe(true);
		});
	});
}

function entry(more: Partial<ConsentEntry> = {}): ConsentEntry {
	return {
		businessAccountId: WABA,
		user: { waId: WA_ID },
		kind: 'marketing',
		state: 'optedIn',
		atMs: NOON_MS,
		source: 'form',
		evidence: '',
		...more,
	};
}
