import { parseWebhook } from '../../../nodes/shared/webhook/parsing/parseWebhook';
import { toMessageStatuses } from '../../../nodes/shared/webhook/evidence/toMessageStatuses';
import { toWebhook } from '../../support/toWebhook';

const AT_MS = 1_763_800_000_000;
const TRANSACTION = { id: 'txn 1', type: 'upi', status: 'failed', created_timestamp: 1_763_799_990, error: { code: 'U30', reason: 'declined' } };
const PAYMENT = { reference_id: 'order 1042', amount: { value: 21050, offset: 100 }, currency: 'INR', transaction: TRANSACTION };
const STATUS = { id: 'wamid.order', type: 'payment', status: 'pending', timestamp: '1763800000', recipient_id: '919876543210', payment: PAYMENT };

const read = (...statuses: object[]) => parseWebhook(toWebhook({ statuses }), AT_MS).events;

describe('the status of a payment', () => {
	test('says what was paid, for what, and how', () => {
		expect(read(STATUS)).toMatchObject([
			{
				event: 'paymentStatus',
				messageId: 'wamid.order',
				paymentStatus: 'pending',
				user: { waId: '919876543210' },
				atMs: AT_MS,
				payment: {
					referenceId: 'order 1042',
					amount: { value: 210.5, currency: 'INR' },
					transaction: { id: 'txn 1', type: 'upi', status: 'failed', createdAtMs: AT_MS - 10_000, error: { code: 'U30', reason: 'declined' } },
				},
			},
		]);
	});

	test.each(['failed', 'pending', 'captured'])('is none of a message, also when it is %s', (status) => {
		expect(toMessageStatuses(read({ ...STATUS, status }))).toEqual([]);
	});

	test('comes again with the next try to pay, and not with the next delivery', () => {
		const again = { ...STATUS, payment: { ...PAYMENT, transaction: { ...TRANSACTION, id: 'txn 2' } } };
		const later = { ...STATUS, timestamp: '1763800001' };
		const ids = read(STATUS, again, later, { ...STATUS }).map(({ eventId }) => eventId);
		expect(new Set(ids).size).toBe(3);
		expect(ids[3]).toBe(ids[0]);
	});

	test.each([
		['of nothing', { payment: undefined }, {}],
		['of an amount without value', { payment: { amount: { offset: 100 } } }, {}],
		['of an amount with an offset of 0', { payment: { amount: { value: 1, offset: 0 } } }, {}],
		['of whole units', { payment: { amount: { value: 5 }, currency: 'BRL' } }, { amount: { value: 5, currency: 'BRL' } }],
	])('is read %s', (_, more, payment) => {
		expect(read({ ...STATUS, ...more })).toMatchObject([{ event: 'paymentStatus', payment }]);
	});

	test('of a subject that nobody knows yet is none of a message either', () => {
		const events = read({ ...STATUS, type: 'parcel', status: 'failed' });
		expect(events).toMatchObject([{ event: 'other' }]);
		expect(toMessageStatuses(events)).toEqual([]);
	});

	test('without a word is not readable', () => {
		expect(parseWebhook(toWebhook({ statuses: [{ ...STATUS, status: undefined }] }), AT_MS)).toMatchObject({ events: [], skipped: 1 });
	});
});
