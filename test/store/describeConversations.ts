import type { SessionEvidence } from '../../nodes/shared/domain/SessionEvidence';
import type { Store } from '../../nodes/shared/store/Store';
import { NOON_MS } from './instants';
import type { OpenStore } from './OpenStore';

const NUMBER = '106540352242922';
const ADA = { waId: '15551230001' };
const BEN = { bsuid: 'US.13491208655302741918' };

const learned = (user: SessionEvidence['user'], conversation: SessionEvidence['conversation'], phoneNumberId = NUMBER): SessionEvidence => ({
	kind: 'conversation',
	phoneNumberId,
	user,
	atMs: NOON_MS,
	conversation,
});
const SIGN = { sinceMs: NOON_MS, atMs: NOON_MS, untilMs: NOON_MS + 1_000 };

/** Who answers a person, as the store keeps it. */
export function describeConversations(open: OpenStore): void {
	describe('conversations', () => {
		let store: Store;
		let reopen: () => Promise<Store>;
		beforeEach(async () => ({ store, reopen } = await open()));
		afterEach(() => store.close());

		const conversationOf = async (user: SessionEvidence['user']) => (await store.findSessions([{ phoneNumberId: NUMBER, user }]))[0]?.conversation;

		it('are kept of somebody who never wrote, and survive a restart', async () => {
			await store.recordEvidence([learned(ADA, { signs: { businessApp: SIGN } })]);
			await store.close();
			store = await reopen();
			expect(await conversationOf(ADA)).toEqual({ signs: { businessApp: SIGN } });
			expect(await conversationOf(BEN)).toBeUndefined();
		});

		it('are put together from what comes one after another, whatever the order', async () => {
			await store.recordEvidence([learned(BEN, { givenBackAtMs: NOON_MS + 5 })]);
			await store.recordEvidence([learned(BEN, { signs: { keyword: SIGN } })]);
			await store.recordEvidence([learned(BEN, { givenBackAtMs: NOON_MS + 1 }), learned(BEN, { owner: { isElsewhere: true, atMs: NOON_MS } })]);
			expect(await conversationOf(BEN)).toEqual({ signs: { keyword: SIGN }, givenBackAtMs: NOON_MS + 5, owner: { isElsewhere: true, atMs: NOON_MS } });
		});

		it('are of one business number each', async () => {
			await store.recordEvidence([learned(ADA, { signs: { operation: SIGN } }, '2')]);
			expect(await conversationOf(ADA)).toBeUndefined();
		});

		it('of other responders are counted, by number and since when', async () => {
			await store.recordEvidence([
				learned(ADA, { owner: { isElsewhere: true, atMs: NOON_MS } }),
				learned(BEN, { owner: { isElsewhere: false, atMs: NOON_MS } }),
				learned({ waId: '15551230003' }, { signs: { keyword: SIGN } }),
				learned({ waId: '15551230004' }, { owner: { isElsewhere: true, atMs: NOON_MS } }, '2'),
			]);
			expect(await store.countOwnedElsewhere([NUMBER], NOON_MS)).toBe(1);
			expect(await store.countOwnedElsewhere([NUMBER, '2'], NOON_MS)).toBe(2);
			expect(await store.countOwnedElsewhere([NUMBER, '2'], NOON_MS + 1)).toBe(0);
			expect(await store.countOwnedElsewhere([], NOON_MS)).toBe(0);
		});
	});
}
