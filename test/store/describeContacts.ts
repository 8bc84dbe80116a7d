import fc from 'fast-check';

import type { ConsentEntry } from '../../nodes/shared/domain/Consent';
import { isOptedOut } from '../../nodes/shared/domain/policies/consentPolicy';
import type { UserIdentity } from '../../nodes/shared/domain/Session';
import type { Store } from '../../nodes/shared/store/Store';
import { DAY_MS, NOON_MS } from './instants';
import { named } from './named';
import type { OpenStore } from './OpenStore';
import { nameKind, PeopleStory, peopleStep, somebody, STORY_ACCOUNT, type NameKind, type PeopleStep } from './peopleStory';
import { toWebhookRecord } from './toWebhookRecord';

const ACCOUNT = { businessAccountId: STORY_ACCOUNT, phoneNumberIds: ['1'] };
const ADA = { bsuid: 'US.1', waId: '15550100001' };
const BEN = { bsuid: 'US.2', waId: '15550100002' };
const TABLES = ['sessions', 'consent_entries', 'sends', 'answer_waits', 'asked_messages', 'gatherings', 'outbox', 'renamings'];

function entry(user: UserIdentity, more: Partial<ConsentEntry> = {}): ConsentEntry {
	const said = { kind: 'marketing', state: 'optedOut', atMs: NOON_MS, source: 'keyword', evidence: 'wamid.1' } as const;
	return { businessAccountId: STORY_ACCOUNT, user, ...said, wording: 'STOP', ...more };
}

/** All that is known of a person, given out and forgotten. */
export function describeContacts(open: OpenStore): void {
	describe('contacts', () => {
		let store: Store;
		let countRows: (table: string) => Promise<number>;
		beforeEach(async () => void ({ store, countRows } = await open()));
		afterEach(() => store.close());

		const wrote = async (user: UserIdentity, atMs = NOON_MS, phoneNumberId = '1') =>
			await store.recordEvidence([{ kind: 'inbound', phoneNumberId, user, atMs }]);
		const send = async (key: string, user: UserIdentity, claimedAtMs = NOON_MS, phoneNumberId = '1') => {
			await store.claimSends([{ ...named(key), phoneNumberId, user, sentAs: 'freeForm', claimedAtMs }]);
			await store.recordOutcomes([{ sendOnceKey: key, state: 'sent', messageId: `wamid.${key}`, sentAtMs: claimedAtMs }]);
		};
		const wait = async (waitId: string, user: UserIdentity) =>
			await store.recordWaits([
				{
					...{ waitId, phoneNumberId: '1', user, questionIds: [`wamid.${waitId}`], resumeUrl: `https://n8n.example/${waitId}` },
					...{ instanceId: 'n8n', executionId: '7', askedAtMs: NOON_MS, waitsSinceMs: NOON_MS, givesUpAtMs: NOON_MS + DAY_MS, takesGestures: false },
				},
			]);
		const keep = async (key: string, user: UserIdentity) =>
			await store.keepMessage({
				...{ key, label: key, businessAccountId: STORY_ACCOUNT, phoneNumberId: '1', user, content: '{"text":"Hello"}' },
				...{ keptAtMs: NOON_MS, expiresAtMs: NOON_MS + DAY_MS },
			});
		const renamed = async (previous: UserIdentity, current: UserIdentity, atMs: number) =>
			await store.recordWebhook(
				toWebhookRecord({
					renamings: [{ businessAccountId: STORY_ACCOUNT, previous, current, atMs, evidence: `wamid.renamed.${atMs}` }],
					evidence: [{ kind: 'renaming', phoneNumberId: '1', user: previous, atMs }],
				}),
			);
		const marketingOf = async (...users: UserIdentity[]) => (await store.findConsent(STORY_ACCOUNT, users)).map(({ marketing }) => marketing);
		/** Ada with everything that can be on record, and Ben with the same. */
		const fill = async () => {
			for (const user of [ADA, BEN]) {
				await wrote(user);
				await store.recordConsent([entry(user), entry({ waId: user.waId }, { kind: 'topic:news', state: 'optedIn' })]);
				await send(`send to ${user.bsuid}`, { waId: user.waId });
				await wait(`wait of ${user.bsuid}`, user);
				await keep(`kept for ${user.bsuid}`, { waId: user.waId });
			}
		};

		it('gives nothing but the name of somebody who is not on record, and forgets nothing', async () => {
			const key = { ...ACCOUNT, user: { waId: ADA.waId } };
			const nothing = { sessions: [], consent: [], sends: [], waits: [], gatherings: [], outbox: [], renamings: [] };
			expect(await store.exportContact(key)).toEqual({ names: [{ waId: ADA.waId }], ...nothing });
			expect(await store.forgetContact(key)).toEqual({ sessions: 0, consent: 0, sends: 0, waits: 0, gatherings: 0, outbox: 0, renamings: 0, keptOptOuts: [] });
		});

		it('gives all of one person under every name, and nothing of another', async () => {
			await fill();
			await renamed({ waId: ADA.waId }, { waId: '15550100009' }, NOON_MS + 5);
			const record = await store.exportContact({ ...ACCOUNT, user: { waId: '15550100009' } });
			expect(record.names).toEqual(
				expect.arrayContaining([{ bsuid: ADA.bsuid }, { waId: '15550100009' }, { waId: ADA.waId, untilMs: NOON_MS + 5 }]),
			);
			expect(record.sessions.find(({ bsuid }) => bsuid === ADA.bsuid)).toMatchObject({ waId: '15550100009', lastInboundAtMs: NOON_MS });
			expect(record.consent).toEqual(expect.arrayContaining([entry(ADA)]));
			expect(record.sends).toMatchObject([{ sendOnceKey: 'send to US.1', messageId: 'wamid.send to US.1' }]);
			expect(record.waits).toEqual([
				{ phoneNumberId: '1', askedAtMs: NOON_MS, givesUpAtMs: NOON_MS + DAY_MS, state: 'open', executionId: '7' },
			]);
			expect(record.outbox).toMatchObject([{ key: 'kept for US.1', content: '{"text":"Hello"}', state: 'kept' }]);
			expect(record.renamings).toMatchObject([{ previous: { waId: ADA.waId }, current: { waId: '15550100009' } }]);
			expect(JSON.stringify(record)).not.toContain(BEN.bsuid);
			expect(JSON.stringify(record)).not.toContain('n8n.example');
		});

		it('removes all of one person and leaves another alone', async () => {
			await fill();
			await renamed({ waId: ADA.waId }, { waId: '15550100009' }, NOON_MS + 5);
			const forgotten = await store.forgetContact({ ...ACCOUNT, user: { bsuid: ADA.bsuid } });
			expect(forgotten).toMatchObject({ sends: 1, waits: 1, outbox: 1, renamings: 1, keptOptOuts: ['marketing'] });
			const left = await Promise.all(TABLES.map(async (table) => [table, await countRows(table)]));
			const ben = await store.exportContact({ ...ACCOUNT, user: { waId: BEN.waId } });
			expect(Object.fromEntries(left)).toEqual({
				...{ sessions: ben.sessions.length, consent_entries: ben.consent.length, sends: ben.sends.length },
				...{ answer_waits: ben.waits.length, asked_messages: 1, gatherings: ben.gatherings.length, outbox: 1, renamings: 0 },
			});
			expect(ben).toMatchObject({ sessions: [BEN], sends: [{}], waits: [{}], outbox: [{}] });
			expect(await store.exportContact({ ...ACCOUNT, user: ADA })).toMatchObject({ sessions: [], consent: [], sends: [], waits: [], outbox: [], renamings: [] });
		});

		it('obeys an opt-out of somebody who was forgotten, under every name, until a newer opt-in takes it back', async () => {
			await wrote(ADA);
			await store.recordConsent([entry({ waId: ADA.waId }), entry({ waId: ADA.waId }, { kind: 'utility', state: 'optedIn' })]);
			await store.forgetContact({ ...ACCOUNT, user: { waId: ADA.waId } });
			const [consent] = await store.findConsent(STORY_ACCOUNT, [{ bsuid: ADA.bsuid }]);
			expect(consent).toEqual({
				...{ marketing: 'optedOut', utility: 'unknown', authentication: 'unknown' },
				facts: [{ kind: 'marketing', state: 'optedOut', atMs: NOON_MS, source: 'forgotten', evidence: '' }],
			});
			expect(await marketingOf({ waId: ADA.waId }, BEN)).toEqual(['optedOut', 'unknown']);
			await store.recordConsent([entry({ waId: ADA.waId }, { state: 'optedIn', source: 'form', atMs: NOON_MS - 1 })]);
			expect(await marketingOf({ waId: ADA.waId })).toEqual(['optedOut']);
			await store.recordConsent([entry({ waId: ADA.waId }, { state: 'optedIn', source: 'form', atMs: NOON_MS + 1 })]);
			expect(await marketingOf({ waId: ADA.waId })).toEqual(['optedIn']);
		});

		it('keeps an opt-out through being forgotten twice, and a stop of everything for every kind', async () => {
			await store.recordConsent([entry(ADA, { kind: 'everything' })]);
			await store.forgetContact({ ...ACCOUNT, user: ADA });
			expect(await store.forgetContact({ ...ACCOUNT, user: ADA })).toMatchObject({ consent: 0, keptOptOuts: ['everything'] });
			const all = { marketing: 'optedOut', utility: 'optedOut', authentication: 'optedOut' };
			expect(await store.findConsent(STORY_ACCOUNT, [{ waId: ADA.waId }, { bsuid: ADA.bsuid }])).toMatchObject([all, all]);
		});

		it('keeps no name, no word and no proof of the forgotten, and asks for them in one account alone', async () => {
			await store.recordConsent([entry(ADA), entry(ADA, { businessAccountId: 'another' })]);
			await store.forgetContact({ ...ACCOUNT, user: ADA });
			expect(await countRows('forgotten_opt_outs')).toBe(2);
			for (const name of [ADA.bsuid, ADA.waId, 'STOP', 'wamid.1', 'keyword']) {
				expect(await countRows(`forgotten_opt_outs WHERE digest LIKE '%${name}%' OR category LIKE '%${name}%'`)).toBe(0);
			}
			expect((await store.findConsent('another', [ADA]))[0]?.facts).toMatchObject([{ source: 'keyword' }]);
		});

		it('keeps no digest of somebody who has not opted out', async () => {
			await store.recordConsent([entry(ADA, { state: 'optedIn' })]);
			await store.forgetContact({ ...ACCOUNT, user: ADA });
			expect([await countRows('forgotten_opt_outs'), await countRows('forgetting_keys')]).toEqual([0, 0]);
		});

		it('leaves the one who has the number now alone when its former holder is forgotten', async () => {
			await wrote(ADA, NOON_MS);
			await renamed({ waId: ADA.waId }, { waId: '15550100009' }, NOON_MS + 1);
			const next = { bsuid: 'US.3', waId: ADA.waId };
			await wrote(next, NOON_MS + 2);
			await store.recordConsent([entry(next, { state: 'optedIn', atMs: NOON_MS + 3 })]);
			await send('to the next holder', next, NOON_MS + 4);
			expect(await store.forgetContact({ ...ACCOUNT, user: { bsuid: ADA.bsuid } })).toMatchObject({ consent: 0, sends: 0 });
			expect(await store.exportContact({ ...ACCOUNT, user: next })).toMatchObject({ sessions: [next], consent: [{}], sends: [{}] });
			expect(await store.forgetContact({ ...ACCOUNT, user: next })).toMatchObject({ sessions: 1, consent: 1, sends: 1 });
		});

		it("leaves what other accounts' numbers know where several share the store", async () => {
			await wrote(ADA);
			await wrote(ADA, NOON_MS, '2');
			await send('of another account', ADA, NOON_MS, '2');
			expect(await store.forgetContact({ ...ACCOUNT, user: ADA })).toMatchObject({ sessions: 1, sends: 0 });
			expect(await store.findSessions([{ phoneNumberId: '2', user: ADA }])).toMatchObject([ADA]);
		});

		it('never loses an opt-out, in whatever order people write, stop, are forgotten and get new names', async () => {
			const acts = (['stop', 'forget'] as const).map((kind) => fc.record({ kind: fc.constant(kind), person: somebody, by: nameKind }) as fc.Arbitrary<Act>);
			let run = 0;
			await fc.assert(
				fc.asyncProperty(fc.array(fc.oneof(peopleStep, ...acts), { maxLength: 14 }), async (steps) => {
					run += 1;
					await expectNothingLost(store, steps, String(run));
				}),
				{ numRuns: 200 },
			);
		});

		it('lists who has said something about a kind, page by page, with both names where they are known', async () => {
			await store.recordConsent([entry({ waId: ADA.waId }), entry(BEN, { kind: 'everything' }), entry({ waId: '3' }, { kind: 'utility' })]);
			await wrote(ADA);
			const [first, ...more] = await store.listConsentHolders(STORY_ACCOUNT, ['marketing', 'everything'], 0, 1);
			expect([first?.user, more]).toEqual([ADA, []]);
			const rest = await store.listConsentHolders(STORY_ACCOUNT, ['marketing', 'everything'], first!.entryId, 10);
			expect(rest.map(({ user }) => user)).toEqual([BEN, ADA]);
			expect(await store.listConsentHolders('another', ['marketing'], 0, 10)).toEqual([]);
		});
	});
}

type Act = { kind: 'stop'; person: string; by: NameKind } | { kind: 'forget'; person: string; by: NameKind };

async function expectNothingLost(store: Store, steps: Array<PeopleStep | Act>, run: string): Promise<void> {
	const story = new PeopleStory(store, run);
	const stopped = new Set<string>();
	const stoppers = new Set<string>();
	for (const step of steps) {
		const user = step.kind === 'stop' || step.kind === 'forget' ? story.nameOf(step.person, step.by) : {};
		if (step.kind === 'stop') {
			await store.recordConsent([entry(user, { atMs: story.nextMs(), evidence: run })]);
			stopped.add(user.bsuid ?? user.waId!);
			stoppers.add(step.person);
		} else if (step.kind === 'forget') {
			await store.forgetContact({ ...ACCOUNT, user });
			// Which names are one person's is forgotten as well; that each of them has stopped is not.
			const names = story.part(user);
			if (names.some((name) => stopped.has(name))) for (const name of names) stopped.add(name);
		} else await story.play(step);
		for (const person of ['a', 'b']) {
			for (const by of ['bsuid', 'waId'] as const) {
				const asked = story.nameOf(person, by);
				const [consent] = await store.findConsent(STORY_ACCOUNT, [asked]);
				const mustBe = [...story.namesOf(asked)].some((name) => stopped.has(name));
				const mayBe = stoppers.has(person);
				const is = isOptedOut(consent!, 'marketing');
				expect({ steps, step, asked, isOptedOut: is }).toEqual({ steps, step, asked, isOptedOut: mustBe || (mayBe && is) });
			}
		}
	}
}
