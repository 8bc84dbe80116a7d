import type { UsageCount } from '../../../nodes/shared/domain/usage/MessageUsage';
import { estimateAmount } from '../../../nodes/shared/domain/usage/estimateAmount';
import { summarizeUsage } from '../../../nodes/shared/domain/usage/summarizeUsage';

const COUNTS: UsageCount[] = [
	{ phoneNumberId: '1', counted: 'sent', category: 'service', count: 1_010 },
	{ phoneNumberId: '1', counted: 'delivered', category: 'service', type: 'free_customer_service', isBillable: false, count: 997 },
	{ phoneNumberId: '1', counted: 'delivered', category: 'service', type: 'free_entry_point', isBillable: false, count: 4 },
	{ phoneNumberId: '1', counted: 'delivered', category: 'service', type: 'regular', count: 3 },
	{ phoneNumberId: '1', counted: 'delivered', count: 2 },
];

describe('summarizeUsage', () => {
	it('says what is free, what is charged, and what nobody has said', () => {
		expect(summarizeUsage(COUNTS, ['1'])).toEqual([
			expect.objectContaining({ phoneNumberId: '1', sent: 1_010, delivered: 1_006, free: 1_001, charged: 3, unpriced: 2, freeUsed: 997, freeLeft: 3 }),
		]);
	});

	it('says of a number without a message that all of it is left', () => {
		expect(summarizeUsage(COUNTS, ['2'])).toEqual([
			expect.objectContaining({ phoneNumberId: '2', sent: 0, delivered: 0, freeUsed: 0, freeLeft: 1_000, categories: [] }),
		]);
	});

	it('puts what no status has named last', () => {
		expect(summarizeUsage(COUNTS, ['1'])[0]?.categories.map(({ category }) => category)).toEqual(['service', undefined]);
	});
});

describe('estimateAmount', () => {
	const categories = (charged: number) => [{ category: 'service', sent: 0, delivered: charged, free: 0, charged, unpriced: 0 }];

	it.each([
		[3, '0.1', '0.3'],
		[1_000_000, '0.000000000001', '0.000001'],
		[3, '0.0068', '0.0204'],
		[2, '5', '10'],
		[0, '5', '0'],
	])('says of %p messages at %p that they cost %p', (charged, rate, amount) => {
		expect(estimateAmount(categories(charged), { currency: 'EUR', rates: new Map([['service', rate]]) })).toEqual({ amount, missingRates: [] });
	});

	it('says no amount while a category that costs has no rate', () => {
		expect(estimateAmount(categories(3), { currency: 'EUR', rates: new Map([['utility', '1']]) })).toEqual({ amount: null, missingRates: ['service'] });
	});
});
