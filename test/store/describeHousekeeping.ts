import fc from 'fast-check';
import { DateTime } from 'luxon';

import { customerServiceWindow } from '../../nodes/shared/domain/customerServiceWindow';
import { judgeSend } from '../../nodes/shared/domain/policies/judgeSend';
import type { UserIdentity } from '../../nodes/shared/domain/Session';
import type { SendClaim } from '../../nodes/shared/store/SendLog';
import type { Store } from '../../nodes/shared/store/Store';
import { DAY_MS, HOUR_MS, NOON_MS } from './instants';
import type { OpenedStore, OpenStore } from './OpenStore';
import { toWebhookRecord } from './toWebhookRecord';

const ADA = { bsuid: 'US.1', waId: '12025550143' };
const WABA = 'waba';

/** What a store forgets, what it never does, and what it says of itself. */
export function describeHousekeeping(open: OpenStore): void {
	describe('keeping house', () => {
		let opened: OpenedStore;
		let store: Store;
		beforeEach(async () => void ({ store } = opened = await open()));
		afterEach(() => store.close());

		it.each([
			['of a place in a workflow', 90, {}],
			['of a key of the builder’s own', 400, { perPerson: { businessAccountId: WABA, group: 'own', formerGroup: 'former' } }],
			['that is a template', 400, { sentAs: 'template' as const, template: { businessAccountId: WABA, category: 'marketing' as const } }],
		])('forgets a send %s after %d days', async (_, days, more) => {
			await store.claimSends([claim('old', more), claim('newer', { ...more, user: { waId: '2' }, claimedAtMs: NOON_MS + 1 })]);
			await store.prune(NOON_MS + days * DAY_MS);
			expect(await opened.countRows('sends')).toBe(2);
			await store.prune(NOON_MS + days * DAY_MS + 1);
			expect(await opened.countRows('sends')).toBe(1);
		});

		it('forgets a session 400 days after the last thing that was learned of it', async () => {
			const key = { phoneNumberId: '1', user: { waId: '1' } };
			await store.recordEvidence([{ ...key, kind: 'inbound', atMs: NOON_MS - DAY_MS }, { ...key, kind: 'refusal', atMs: NOON_MS }]);
			await store.prune(NOON_MS + 400 * DAY_MS);
			expect(await opened.countRows('sessions')).toBe(1);
			await store.prune(NOON_MS + 400 * DAY_MS + 1);
			expect(await opened.countRows('sessions')).toBe(0);
		});

		it('never forgets that two names are one person’s, so that an opt-out under the one holds for the other', async () => {
			await store.recordEvidence([{ kind: 'inbound', phoneNumberId: '1', user: ADA, atMs: NOON_MS }]);
			await store.prune(NOON_MS + 4_000 * DAY_MS);
			const stop = { businessAccountId: WABA, user: { bsuid: ADA.bsuid }, kind: 'everything', state: 'optedOut', source: 'keyword', evidence: 'wamid.STOP' } as const;
			await store.recordConsent([{ ...stop, atMs: NOON_MS + 4_000 * DAY_MS }]);
			expect(await store.findConsent(WABA, [{ waId: ADA.waId }])).toMatchObject([{ marketing: 'optedOut' }]);
		});

		it('never forgets consent', async () => {
			const entry = { businessAccountId: WABA, user: ADA, kind: 'marketing', source: 'form', evidence: 'row 1' } as const;
			await store.recordConsent([{ ...entry, state: 'optedIn', atMs: NOON_MS }, { ...entry, state: 'optedOut', atMs: NOON_MS + 1 }]);
			await store.prune(NOON_MS + 4_000 * DAY_MS);
			expect(await opened.countRows('consent_entries')).toBe(2);
		});

		it('goes on obeying the opt-outs of those who were forgotten', async () => {
			const user = { waId: ADA.waId };
			await store.recordConsent([{ businessAccountId: WABA, user, kind: 'marketing', state: 'optedOut', source: 'form', evidence: 'row 1', atMs: NOON_MS }]);
			await store.forgetContact({ businessAccountId: WABA, phoneNumberIds: ['1'], user });
			await store.prune(NOON_MS + 4_000 * DAY_MS);
			expect(await store.findConsent(WABA, [user])).toMatchObject([{ marketing: 'optedOut' }]);
		});

		it('takes as many steps as there is to forget', async () => {
			const ids = Array.from({ length: 1_234 }, (_, index) => `wamid.${index}`);
			await store.acknowledgeEvents('trigger', ids, NOON_MS);
			await store.recordEvidence(ids.map((_, index) => ({ kind: 'inbound', phoneNumberId: '1', user: { waId: `1555${index}` }, atMs: NOON_MS })));
			await store.acknowledgeEvents('trigger', ['young'], NOON_MS + 500 * DAY_MS);
			await store.prune(NOON_MS + 500 * DAY_MS);
			expect([await opened.countRows('received_events'), await opened.countRows('sessions')]).toEqual([1, 0]);
		});

		it('changes no decision about a send, whatever happened and whenever it was done', async () => {
			const other = await open();
			let run = 0;
			await fc.assert(
				fc.asyncProperty(fc.array(HAPPENING, { minLength: 1, maxLength: 10 }), async (happenings) => {
					const nowMs = NOON_MS + ++run * 2_000 * DAY_MS;
					const people = [1, 2].map((person) => ({ bsuid: `US.${run}x${person}`, waId: `1202${run}555${person}` }));
					const keys: string[] = [];
					for (const [index, { ageMs, ...happening }] of happenings.toSorted((a, b) => b.ageMs - a.ageMs).entries()) {
						const key = `${run}.${index}`;
						for (const one of [store, other.store]) await happen(one, { ...happening, atMs: nowMs - ageMs, people, key });
						if (['place', 'failure'].includes(happening.kind) ? ageMs <= 90 * DAY_MS : ageMs <= 400 * DAY_MS) keys.push(key);
						await other.store.prune(nowMs - ageMs + 1);
					}
					await other.store.prune(nowMs);
					expect(await decide(other.store, nowMs, people, keys)).toEqual(await decide(store, nowMs, people, keys));
				}),
				{ numRuns: 50 },
			);
			await other.store.close();
		}, 120_000);

		it('says how the store is', async () => {
			await store.claimSends([claim('undecided'), claim('sent', { claimedAtMs: NOON_MS + HOUR_MS })]);
			await store.recordOutcomes([{ sendOnceKey: 'sent', state: 'sent', messageId: 'wamid.1', sentAtMs: NOON_MS }]);
			await store.recordEvidence([{ kind: 'inbound', phoneNumberId: '1', user: ADA, atMs: NOON_MS + 2 }]);
			await store.beginClosings('alarm', NOON_MS + 3);
			const health = await store.findHealth(NOON_MS + HOUR_MS);
			expect(health).toMatchObject({
				schemaVersion: 21,
				waitingAnswers: 0,
				undecidedSends: 1,
				oldestUndecidedAtMs: NOON_MS,
				lateClosings: 0,
				watchedAtMs: NOON_MS + 3,
				prunedAtMs: undefined,
			});
			expect(health.bytes).toBeGreaterThan(10_000);
			expect(health.tables.filter(({ rows }) => rows > 0)).toEqual([
				{ name: 'sessions', rows: 1, oldestAtMs: NOON_MS + 2 },
				{ name: 'sends', rows: 2, oldestAtMs: NOON_MS },
				{ name: 'closing_watches', rows: 1, oldestAtMs: NOON_MS + 3 },
			]);
			for (const { name, rows } of health.tables) expect([name, await opened.countRows(name)]).toEqual([name, rows]);
		});

		it('does not count a send as undecided that may be under way', async () => {
			await store.claimSends([claim('under way')]);
			expect(await store.findHealth(NOON_MS + 60_000)).toMatchObject({ undecidedSends: 0 });
			expect(await store.findHealth(NOON_MS + 60_001)).toMatchObject({ undecidedSends: 1 });
		});
	});
}

type Kind = 'inbound' | 'refusal' | 'outbound' | 'optIn' | 'optOut' | 'renaming' | 'place' | 'own' | 'template' | 'failure';

const HAPPENING = fc.record({
	kind: fc.constantFrom<Kind>('inbound', 'inbound', 'refusal', 'outbound', 'optIn', 'optOut', 'renaming', 'place', 'own', 'template', 'template', 'failure'),
	person: fc.nat(1),
	named: fc.constantFrom('both', 'bsuid', 'waId'),
	ageMs: fc
		.oneof(fc.integer({ min: 0, max: 3 * 24 }), fc.integer({ min: 0, max: 450 * 24 }), fc.constantFrom(89 * 24, 91 * 24, 399 * 24, 401 * 24))
		.map((hours) => hours * HOUR_MS),
});

interface Happened {
	kind: Kind;
	person: number;
	named: string;
	atMs: number;
	people: UserIdentity[];
	key: string;
}

async function happen(store: Store, { kind, person, named, atMs, people, key }: Happened): Promise<void> {
	const both = people[person] as Required<UserIdentity>;
	const user = named === 'both' ? both : named === 'bsuid' ? { bsuid: both.bsuid } : { waId: both.waId };
	switch (kind) {
		case 'inbound':
		case 'refusal':
		case 'outbound':
			return await store.recordEvidence([{ kind, phoneNumberId: '1', user, atMs }]);
		case 'optIn':
		case 'optOut': {
			const state = kind === 'optIn' ? 'optedIn' : 'optedOut';
			return await store.recordConsent([{ businessAccountId: WABA, user, kind: 'marketing', state, source: 'form', evidence: key, atMs }]);
		}
		case 'renaming':
			// A number that was left long ago may be somebody else's, so that notices count for 90 days and no longer.
			return undefined;
		case 'failure': {
			await store.claimSends([claim(key, { user, claimedAtMs: atMs })]);
			await store.recordOutcomes([{ sendOnceKey: key, state: 'sent', messageId: key, sentAtMs: atMs }]);
			const status = { messageId: key, status: 'failed', atMs, phoneNumberId: '1', user, errorCodes: [131047] };
			return void (await store.recordWebhook(toWebhookRecord({ receivedAtMs: atMs, statuses: [status] })));
		}
		default: {
			const more = { place: {}, own: { perPerson: personal(key) }, template: { sentAs: 'template' as const, template: { businessAccountId: WABA, category: 'marketing' as const } } }[kind];
			await store.claimSends([claim(key, { user, claimedAtMs: atMs, ...more })]);
			if (person === 0) await store.recordOutcomes([{ sendOnceKey: key, state: 'sent', messageId: key, sentAtMs: atMs }]);
		}
	}
}

const personal = (key: string) => ({ businessAccountId: WABA, group: `own ${key}`, formerGroup: 'former' });
const AT_ONCE = { item: {}, node: { workflowId: '1', nodeName: 'Send' } };
const MANNERS = { marketingCap: { count: 1, days: 365 }, unansweredCap: 2 };

/** What becomes of sends to everybody, under every name, in all ways. */
async function decide(store: Store, nowMs: number, people: UserIdentity[], keys: string[]): Promise<unknown> {
	const now = DateTime.fromMillis(nowMs, { zone: 'utc' }) as DateTime<true>;
	const users = people.flatMap((both) => [both, { bsuid: both.bsuid }, { waId: both.waId }]);
	const decisions = [];
	for (const user of users) {
		const [session] = await store.findSessions([{ phoneNumberId: '1', user }]);
		const [consent] = await store.findConsent(WABA, [user]);
		const window = customerServiceWindow(session, now);
		const onRecord = { window, consent: consent!, templates: await store.findTemplateSends(WABA, user) };
		// Of two names that nothing on record joins, an old record under the one hides the other for as long as it is kept.
		const isOnePerson = !user.bsuid || !user.waId || Boolean(session?.bsuid && session.waId);
		const free = isOnePerson && outcome(judgeSend({ ...AT_ONCE, onRecord, message: { sentAs: 'freeForm', whenClosed: 'route' } }));
		const marketing = judgeSend({ ...AT_ONCE, onRecord, message: { sentAs: 'template', category: 'marketing', manners: MANNERS } });
		const once = await store.findSendsByName(keys.map((key) => ({ sendOnceKey: `${key} once more`, phoneNumberId: '1', user, perPerson: personal(key) })));
		decisions.push({ user, isOpen: isOnePerson && window.isOpen, free, marketing: outcome(marketing), once: once.map((send) => send?.state) });
	}
	return { decisions, places: await store.findSendsByName(keys.map((sendOnceKey) => ({ sendOnceKey, phoneNumberId: '1', user: {} }))) };
}

const outcome = (decision: ReturnType<typeof judgeSend>) =>
	decision.kind === 'go' ? 'go' : { kind: decision.kind, reason: decision.objections[0].reason, sendAt: decision.sendAt?.toISO() };

function claim(sendOnceKey: string, more: Partial<SendClaim> = {}): SendClaim {
	return { sendOnceKey, phoneNumberId: '1', user: { waId: '1' }, sentAs: 'freeForm', claimedAtMs: NOON_MS, ...more };
}
