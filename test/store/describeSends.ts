import type { SendClaim } from '../../nodes/shared/store/SendLog';
import type { Store } from '../../nodes/shared/store/Store';
import { NOON_MS } from './instants';
import type { OpenStore } from './OpenStore';
import { named } from './named';
import { toWebhookRecord } from './toWebhookRecord';

/** Claiming sends, and how they ended. */
export function describeSends(open: OpenStore): void {
	describe('sends', () => {
		let store: Store;
		let reopen: () => Promise<Store>;
		beforeEach(async () => ({ store, reopen } = await open()));
		afterEach(() => store.close());

		it('lets the first one claim a key, and shows the second one what is on record', async () => {
			expect(await store.claimSends([claim('a')])).toEqual([undefined]);
			expect(await store.claimSends([claim('a', { claimedAtMs: NOON_MS + 5 })])).toEqual([{ ...claim('a'), state: 'claimed', errorCodes: [] }]);
		});

		it('answers in the order of the claims, and gives a key that occurs twice to its first occurrence', async () => {
			await store.claimSends([claim('b')]);
			const answers = await store.claimSends([claim('a'), claim('b'), claim('a', { sentAs: 'template' }), claim('c')]);
			expect(answers.map((record) => record?.sendOnceKey)).toEqual([undefined, 'b', 'a', undefined]);
			expect(answers[2]?.sentAs).toBe('freeForm');
			expect(await store.claimSends([])).toEqual([]);
		});

		it('lets one win of many that claim the same keys at once', async () => {
			const keys = Array.from({ length: 20 }, (_, index) => `order ${index}`);
			const rivals = await Promise.all(
				Array.from({ length: 8 }, (_, rival) =>
					// Every rival asks in an order of its own, which must not lead to a deadlock.
					store.claimSends((rival % 2 ? keys : [...keys].reverse()).map((key) => claim(key))).then((answers) =>
						rival % 2 ? answers : answers.reverse(),
					),
				),
			);
			for (const index of keys.keys()) {
				expect(rivals.filter((answers) => answers[index] === undefined)).toHaveLength(1);
			}
		});

		it('shows a send that was accepted, with its wamid, also after a restart', async () => {
			await store.claimSends([claim('a')]);
			await store.recordOutcomes([{ sendOnceKey: 'a', state: 'sent', messageId: 'wamid.1', sentAtMs: NOON_MS + 1 }]);
			await store.close();
			store = await reopen();
			const expected = { ...claim('a'), state: 'sent', messageId: 'wamid.1', sentAtMs: NOON_MS + 1, errorCodes: [] };
			expect(await store.claimSends([claim('a')])).toEqual([expected]);
			expect(await store.findSends(['wamid.2', 'wamid.1', 'wamid.1'])).toEqual([undefined, expected, expected]);
			expect(await store.findSends([])).toEqual([]);
		});

		it.each([
			['all of it', { workflowId: 'w', executionId: '7', nodeName: `Send 'A"`, templateName: 't', templateLanguage: 'en_US' }],
			['a part of it', { executionId: '7' }],
			['nothing in it', {}],
			['none', undefined],
		])('shows where a message was sent from: %s', async (_, origin) => {
			await store.claimSends([claim('a', { origin })]);
			expect(await store.claimSends([claim('a')])).toEqual([{ ...claim('a', { origin }), state: 'claimed', errorCodes: [] }]);
			await store.recordOutcomes([{ sendOnceKey: 'a', state: 'sent', messageId: 'wamid.1', sentAtMs: NOON_MS }]);
			const expected = { ...claim('a', { origin }), state: 'sent', messageId: 'wamid.1', sentAtMs: NOON_MS, errorCodes: [] };
			expect(await store.findSends(['wamid.1'])).toEqual([expected]);
			expect(await store.findSendsByName([named('a')])).toEqual([expected]);
		});

		it('shows the origin of the first one to the second one that claims within one batch', async () => {
			const [first, second] = [{ executionId: '1' }, { executionId: '2' }];
			const answers = await store.claimSends([claim('a', { origin: first }), claim('a', { origin: second })]);
			expect(answers).toMatchObject([undefined as never, { origin: first }]);
		});

		it('keeps the key of a send that was not answered', async () => {
			await store.claimSends([claim('a')]);
			await store.recordOutcomes([{ sendOnceKey: 'a', state: 'unanswered' }]);
			expect(await store.claimSends([claim('a')])).toMatchObject([{ state: 'unanswered' }]);
		});

		it('takes the wamid of a send whose answer came late after all', async () => {
			await store.claimSends([claim('a')]);
			await store.recordOutcomes([{ sendOnceKey: 'a', state: 'unanswered' }]);
			await store.recordOutcomes([{ sendOnceKey: 'a', state: 'sent', messageId: 'wamid.1', sentAtMs: NOON_MS }]);
			expect(await store.findSends(['wamid.1'])).toMatchObject([{ state: 'sent' }]);
		});

		it('lets a released key be claimed again', async () => {
			await store.claimSends([claim('a')]);
			await store.recordOutcomes([{ sendOnceKey: 'a', state: 'released' }]);
			expect(await store.claimSends([claim('a')])).toEqual([undefined]);
		});

		it('lets the key of a message that failed on its way be claimed again, and keeps the message', async () => {
			await store.claimSends([claim('a')]);
			await store.recordOutcomes([{ sendOnceKey: 'a', state: 'sent', messageId: 'wamid.1', sentAtMs: NOON_MS }]);
			const status = { messageId: 'wamid.1', phoneNumberId: '1', user: {}, status: 'failed', atMs: NOON_MS, errorCodes: [131026] };
			await store.recordWebhook(toWebhookRecord({ statuses: [status] }));
			expect(await store.claimSends([claim('a')])).toEqual([undefined]);
			expect(await store.findSends(['wamid.1'])).toMatchObject([{ messageId: 'wamid.1', status: 'failed' }]);
		});

		it('finds sends by their keys, in the order of the keys', async () => {
			await store.claimSends([claim('a'), claim('b')]);
			await store.recordOutcomes([{ sendOnceKey: 'b', state: 'sent', messageId: 'wamid.1', sentAtMs: NOON_MS }]);
			expect(await store.findSendsByName([named('b'), named('c'), named('a'), named('b')])).toMatchObject([
				{ state: 'sent', messageId: 'wamid.1' },
				undefined as never,
				{ state: 'claimed' },
				{ state: 'sent' },
			]);
			expect(await store.findSendsByName([])).toEqual([]);
		});

		it.each([
			[{ sendOnceKey: 'a', state: 'released' as const }],
			[{ sendOnceKey: 'a', state: 'unanswered' as const }],
			[{ sendOnceKey: 'a', state: 'sent' as const, messageId: 'wamid.2', sentAtMs: NOON_MS + 9 }],
		])('does not let %j change a send that was accepted', async (outcome) => {
			await store.claimSends([claim('a')]);
			await store.recordOutcomes([{ sendOnceKey: 'a', state: 'sent', messageId: 'wamid.1', sentAtMs: NOON_MS }]);
			await store.recordOutcomes([outcome]);
			expect(await store.claimSends([claim('a')])).toMatchObject([{ state: 'sent', messageId: 'wamid.1', sentAtMs: NOON_MS }]);
		});

		it('ignores the outcome of a send that nobody claimed', async () => {
			await store.recordOutcomes([
				{ sendOnceKey: 'x', state: 'sent', messageId: 'wamid.1', sentAtMs: NOON_MS },
				{ sendOnceKey: 'y', state: 'unanswered' },
				{ sendOnceKey: 'z', state: 'released' },
			]);
			await store.recordOutcomes([]);
			expect(await store.findSends(['wamid.1'])).toEqual([undefined]);
		});

		it('takes 1,000 claims and outcomes at once', async () => {
			const keys = Array.from({ length: 1_000 }, (_, index) => `order "${index}"`);
			expect(await store.claimSends(keys.map((key) => claim(key)))).toEqual(keys.map(() => undefined));
			await store.recordOutcomes(
				keys.map((key) => ({ sendOnceKey: key, state: 'sent', messageId: `wamid.${key}`, sentAtMs: NOON_MS })),
			);
			const found = await store.findSends(keys.map((key) => `wamid.${key}`));
			expect(found.map((send) => send?.sendOnceKey)).toEqual(keys);
		});
	});
}

function claim(sendOnceKey: string, more: Partial<SendClaim> = {}): SendClaim {
	const user = { bsuid: 'US.1', waId: '15551234567' };
	return { sendOnceKey, phoneNumberId: '1', user, sentAs: 'freeForm', claimedAtMs: NOON_MS, ...more };
}
