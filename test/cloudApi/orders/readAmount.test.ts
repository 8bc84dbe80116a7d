import fc from 'fast-check';

import { toAmount, writeAmount } from '../../../nodes/shared/cloudApi/orders/Amount';
import { readAmount, readOptionalAmount } from '../../../nodes/shared/cloudApi/orders/readAmount';
import { InvalidInputError } from '../../../nodes/shared/domain/InvalidInputError';

describe('an amount of money', () => {
	test.each([
		['1299.50', 129_950],
		['1299.5', 129_950],
		[' 1299 ', 129_900],
		['0', 0],
		['0.07', 7],
		['0.29', 29],
		['9999999999.99', 999_999_999_999],
		[12.3, 1230],
		[7, 700],
	])('is %j in the smallest unit: %d', (given, value) => {
		expect(readAmount('Amount', given)).toBe(value);
		expect(toAmount(readAmount('Amount', given))).toEqual({ value, offset: 100 });
	});

	test('comes back as it was written', () => {
		fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (value) => expect(readAmount('Amount', writeAmount(value))).toBe(value)));
	});

	test.each(['', ' ', undefined, null])('is missing: %j', (given) => {
		expect(readOptionalAmount('Amount', given)).toBeUndefined();
		expect(() => readAmount('Amount', given)).toThrow("'Amount' is empty");
	});

	test.each(['1,50', '1.299,50', '1 299', '1299.505', '.5', '5.', '-1', '+1', '1e3', '0x10', '₹ 10', '10 BRL', '99999999999', 'ten', true, [1], { value: 1 }, 0.1 + 0.2])('is none: %j', (given) => {
		expect(() => readAmount('Amount', given)).toThrow(InvalidInputError);
		expect(() => readAmount('Amount', given)).toThrow(/'Amount' is not an amount of money: /);
	});
});
