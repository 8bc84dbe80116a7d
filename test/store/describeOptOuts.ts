import fc from 'fast-check';

import { isOptedOut } from '../../nodes/shared/domain/policies/consentPolicy';
import type { Store } from '../../nodes/shared/store/Store';
import type { OpenStore } from './OpenStore';
import { nameKind, PeopleStory, peopleStep, somebody, STORY_ACCOUNT, type NameKind, type PeopleStep } from './peopleStory';

/** An opt-out is held against every name of its person, whatever becomes of the names. */
export function describeOptOuts(open: OpenStore): void {
	describe('opt-outs', () => {
		let store: Store;
		beforeEach(async () => void ({ store } = await open()));
		afterEach(() => store.close());

		it('are never lost, in whatever order people write, stop and get new names', async () => {
			const stop = fc.record({ kind: fc.constant('stop' as const), person: somebody, by: nameKind });
			let run = 0;
			await fc.assert(
				fc.asyncProperty(fc.array(fc.oneof(peopleStep, stop), { maxLength: 14 }), async (steps) => {
					run += 1;
					await expectNothingLost(store, steps, String(run));
				}),
				{ numRuns: 200 },
			);
		});

		it('of a user ID that was replaced before its notice, hold under the number and the new one', async () => {
			const evidence = { kind: 'inbound', phoneNumberId: '1' } as const;
			const consent = { businessAccountId: STORY_ACCOUNT, kind: 'marketing', state: 'optedOut', source: 'form', evidence: '' } as const;
			await store.recordEvidence([{ ...evidence, user: { bsuid: 'US.1', waId: '1555' }, atMs: 1 }]);
			await store.recordConsent([{ ...consent, user: { bsuid: 'US.1' }, atMs: 2 }]);
			await store.recordEvidence([{ ...evidence, user: { bsuid: 'US.2', waId: '1555' }, atMs: 3 }]);
			expect(await store.findConsent(STORY_ACCOUNT, [{ bsuid: 'US.2' }, { waId: '1555' }])).toMatchObject([
				{ marketing: 'optedOut' },
				{ marketing: 'optedOut' },
			]);
			// Whoever has the number says so anew when it is another person.
			await store.recordConsent([{ ...consent, state: 'optedIn', user: { bsuid: 'US.2' }, atMs: 4 }]);
			expect(await store.findConsent(STORY_ACCOUNT, [{ waId: '1555' }])).toMatchObject([{ marketing: 'optedIn' }]);
		});

		it('of a number that its person left without a word, hold under the user ID', async () => {
			const user = { bsuid: 'US.1', waId: '1555' };
			const evidence = { kind: 'inbound', phoneNumberId: '1', atMs: 1 } as const;
			const consent = { businessAccountId: STORY_ACCOUNT, kind: 'marketing', state: 'optedOut', atMs: 2, source: 'form', evidence: '' } as const;
			await store.recordConsent([{ ...consent, user: { waId: '1555' } }]);
			await store.recordEvidence([{ ...evidence, user }]);
			await store.recordEvidence([{ ...evidence, user: { ...user, waId: '1777' }, atMs: 3 }]);
			expect(await store.findConsent(STORY_ACCOUNT, [{ bsuid: 'US.1' }, { waId: '1777' }])).toMatchObject([
				{ marketing: 'optedOut' },
				{ marketing: 'optedOut' },
			]);
		});
	});
}

async function expectNothingLost(store: Store, steps: Array<PeopleStep | { kind: 'stop'; person: string; by: NameKind }>, run: string): Promise<void> {
	const story = new PeopleStory(store, run);
	const stopped: string[] = [];
	for (const step of steps) {
		if (step.kind === 'stop') {
			const user = story.nameOf(step.person, step.by);
			const entry = { businessAccountId: STORY_ACCOUNT, user, kind: 'marketing', state: 'optedOut', atMs: story.nextMs(), source: 'form', evidence: '' } as const;
			await store.recordConsent([entry]);
			stopped.push(user.bsuid ?? user.waId!);
		} else await story.play(step);
		for (const person of ['a', 'b']) {
			for (const by of ['bsuid', 'waId'] as const) {
				const user = story.nameOf(person, by);
				const [consent] = await store.findConsent(STORY_ACCOUNT, [user]);
				const hasStopped = stopped.some((name) => story.namesOf(user).has(name));
				expect({ steps, step, user, isOptedOut: isOptedOut(consent!, 'marketing') }).toEqual({ steps, step, user, isOptedOut: hasStopped });
			}
		}
	}
}
