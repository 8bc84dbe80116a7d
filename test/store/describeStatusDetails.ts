import fc from 'fast-check';

import type { MessagePrice, MessageStatus } from '../../nodes/shared/domain/MessageStatus';
import type { SendRecord } from '../../nodes/shared/store/SendLog';
import type { Store } from '../../nodes/shared/store/Store';
import { NOON_MS, SECOND_MS } from './instants';
import type { OpenStore } from './OpenStore';
import { named } from './named';
import { toWebhookRecord } from './toWebhookRecord';

const NUMBER = '106540352242922';
const PRICE: MessagePrice = { category: 'authentication_international', type: 'regular', model: 'PMP', isBillable: true };

/** What statuses say beside their word: errors and price. */
export function describeStatusDetails(open: OpenStore): void {
	describe('errors and price of a message', () => {
		let store: Store;
		let reopen: () => Promise<Store>;
		beforeEach(async () => ({ store, reopen } = await open()));
		afterEach(() => store.close());

		it('are unknown before a status says them', async () => {
			await send(store, 'wamid.1');
			expect(await recordOf(store, 'wamid.1')).toMatchObject({ errorCodes: [], price: undefined });
			await report(store, [{ status: 'sent' }]);
			expect(await recordOf(store, 'wamid.1')).toMatchObject({ status: 'sent', errorCodes: [], price: undefined });
		});

		it('are kept with the message, also after a restart and under its key', async () => {
			await send(store, 'wamid.1');
			await report(store, [{ status: 'failed', errorCodes: [131049, 131026, 131049], price: PRICE }]);
			await store.close();
			store = await reopen();
			const expected = { status: 'failed', errorCodes: [131026, 131049], price: PRICE };
			expect(await recordOf(store, 'wamid.1')).toMatchObject(expected);
			expect(await store.findSendsByName([named('key of wamid.1')])).toMatchObject([expected]);
		});

		it('are kept when they overtake the record of the send', async () => {
			await claim(store, 'wamid.1');
			await report(store, [{ status: 'sent', price: PRICE }]);
			await report(store, [{ status: 'failed', errorCodes: [131026] }]);
			await settle(store, 'wamid.1');
			expect(await recordOf(store, 'wamid.1')).toMatchObject({ status: 'failed', errorCodes: [131026], price: PRICE });
		});

		it('keeps the price that a later status leaves out', async () => {
			await send(store, 'wamid.1');
			await report(store, [{ status: 'sent', price: PRICE }]);
			await report(store, [{ status: 'read' }]);
			expect(await recordOf(store, 'wamid.1')).toMatchObject({ status: 'read', price: PRICE });
		});

		it('takes the price from an earlier status that comes late', async () => {
			await send(store, 'wamid.1');
			await report(store, [{ status: 'read' }]);
			await report(store, [{ status: 'sent', price: { isBillable: false } }]);
			expect(await recordOf(store, 'wamid.1')).toMatchObject({ status: 'read', price: { isBillable: false } });
		});

		it('keeps the errors of both of two failures', async () => {
			await send(store, 'wamid.1');
			await report(store, [{ status: 'failed', errorCodes: [131047] }]);
			await report(store, [{ status: 'failed', errorCodes: [131026] }]);
			expect(await recordOf(store, 'wamid.1')).toMatchObject({ errorCodes: [131026, 131047] });
		});

		it('takes no error from a status that is no failure', async () => {
			await send(store, 'wamid.1');
			await report(store, [{ status: 'sent', errorCodes: [131047] }]);
			expect(await recordOf(store, 'wamid.1')).toMatchObject({ errorCodes: [] });
		});

		it('ends at the same record for any order and repetition of statuses, around the record of the send', async () => {
			let run = 0;
			const stories = fc.array(anyStatus, { minLength: 1, maxLength: 5 }).chain((statuses) =>
				fc.tuple(
					fc.constant(statuses),
					fc.subarray(statuses).chain((repeated) => shuffled([...statuses, ...repeated])),
					fc.nat(6),
				),
			);
			await fc.assert(
				fc.asyncProperty(stories, async ([inOneBatch, stream, recordedAfter]) => {
					const [one, other] = [`wamid.${run++}`, `wamid.${run++}`] as const;
					await send(store, one);
					await report(store, inOneBatch.map((status) => ({ ...status, messageId: one })));
					await claim(store, other);
					for (const [index, status] of stream.entries()) {
						if (index === recordedAfter) await settle(store, other);
						await report(store, [{ ...status, messageId: other }]);
					}
					await settle(store, other);
					expect(withoutName(await recordOf(store, other))).toEqual(withoutName(await recordOf(store, one)));
				}),
				{ numRuns: 60 },
			);
		});
	});
}

const anyStatus: fc.Arbitrary<Partial<MessageStatus>> = fc.record(
	{
		status: fc.constantFrom('teleported', 'sent', 'delivered', 'read', 'played', 'failed'),
		atMs: fc.nat(5).map((seconds) => NOON_MS + seconds * SECOND_MS),
		errorCodes: fc.subarray([131049, 131026, 131047]),
		price: fc.constantFrom(PRICE, { category: 'utility' }, { isBillable: false, type: 'free_entry_point' }),
	},
	{ requiredKeys: ['status', 'atMs'] },
);

function shuffled<Item>(items: Item[]): fc.Arbitrary<Item[]> {
	return fc.shuffledSubarray(items, { minLength: items.length });
}

function withoutName(record: SendRecord | undefined): Partial<SendRecord> {
	return { ...record, sendOnceKey: '', messageId: '' };
}

async function claim(store: Store, messageId: string): Promise<void> {
	const key = { sendOnceKey: `key of ${messageId}`, phoneNumberId: NUMBER, user: { waId: '15551234567' } };
	await store.claimSends([{ ...key, sentAs: 'template', claimedAtMs: NOON_MS }]);
}

async function settle(store: Store, messageId: string): Promise<void> {
	await store.recordOutcomes([{ sendOnceKey: `key of ${messageId}`, state: 'sent', messageId, sentAtMs: NOON_MS }]);
}

async function send(store: Store, messageId: string): Promise<void> {
	await claim(store, messageId);
	await settle(store, messageId);
}

async function report(store: Store, statuses: Array<Partial<MessageStatus>>): Promise<void> {
	const defaults = { messageId: 'wamid.1', phoneNumberId: NUMBER, user: {}, status: 'sent', atMs: NOON_MS, errorCodes: [] };
	await store.recordWebhook(toWebhookRecord({ statuses: statuses.map((status) => ({ ...defaults, ...status })) }));
}

async function recordOf(store: Store, messageId: string): Promise<SendRecord | undefined> {
	const [record] = await store.findSends([messageId]);
	return record;
}
