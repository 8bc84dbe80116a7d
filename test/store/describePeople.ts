import fc from 'fast-check';

import type { ConsentEntry } from '../../nodes/shared/domain/Consent';
import type { SessionKey, UserIdentity } from '../../nodes/shared/domain/Session';
import type { SessionEvidence } from '../../nodes/shared/domain/SessionEvidence';
import type { Store } from '../../nodes/shared/store/Store';
import { NOON_MS } from './instants';
import type { OpenStore } from './OpenStore';

const ACCOUNT = '102290129340398';

const names: fc.Arbitrary<UserIdentity> = fc
	.tuple(fc.constantFrom(undefined, 'US.1', 'US.2', 'US.3'), fc.constantFrom(undefined, '1', '2', '3'))
	.filter(([bsuid, waId]) => bsuid !== undefined || waId !== undefined)
	.map(([bsuid, waId]) => ({ bsuid, waId }));
const key: fc.Arbitrary<SessionKey> = fc.record({ phoneNumberId: fc.constantFrom('10', '11'), user: names });
const atMs = fc.nat(20).map((seconds) => NOON_MS + seconds * 1000);

type Happening = { evidence: SessionEvidence } | { said: ConsentEntry };

const happening: fc.Arbitrary<Happening> = fc.oneof(
	fc.record({ key, atMs, kind: fc.constantFrom<SessionEvidence['kind']>('inbound', 'identity', 'refusal', 'renaming') }).map((each) => ({
		evidence: { ...each.key, kind: each.kind, atMs: each.atMs },
	})),
	fc.record({ names, atMs, state: fc.constantFrom<ConsentEntry['state']>('optedIn', 'optedOut') }).map((each) => ({
		said: { businessAccountId: ACCOUNT, user: each.names, kind: 'marketing' as const, state: each.state, atMs: each.atMs, source: 'form', evidence: '' },
	})),
);

/** What `findPeople` has to say, in the words of the two methods that it stands for. */
async function expectAlike(store: Store, keys: SessionKey[]): Promise<void> {
	const sessions = await store.findSessions(keys);
	const consents = await store.findConsent(ACCOUNT, keys.map(({ user }) => user));
	expect(await store.findPeople(ACCOUNT, keys)).toEqual(keys.map((_, index) => ({ session: sessions[index], consent: consents[index] })));
}

/** Windows and consent of many at once. */
export function describePeople(open: OpenStore): void {
	describe('people', () => {
		let store: Store;
		let forgetAll: () => Promise<void>;
		beforeEach(async () => {
			({ store } = await open());
			const people = ['US.1', 'US.2', 'US.3'].map((bsuid, index) => ({ bsuid, waId: String(index + 1) }));
			forgetAll = async () => {
				for (const user of people) await store.forgetContact({ businessAccountId: ACCOUNT, phoneNumberIds: ['10', '11'], user });
			};
		});
		afterEach(() => store.close());

		it('are found as sessions and consent are, by whatever name, with whichever number, whoever was merged, parted or forgotten', async () => {
			const run = fc.asyncProperty(fc.array(happening, { maxLength: 12 }), fc.array(key, { minLength: 1, maxLength: 6 }), fc.boolean(), async (all, keys, isForgotten) => {
				for (const each of all) {
					if ('said' in each) await store.recordConsent([each.said]);
					else await store.recordEvidence([each.evidence]);
				}
				if (isForgotten) await forgetAll();
				await expectAlike(store, keys);
			});
			await fc.assert(run, { numRuns: 60 });
		});

		it('are nobody when nobody is asked for', async () => {
			expect(await store.findPeople(ACCOUNT, [])).toEqual([]);
		});
	});
}
