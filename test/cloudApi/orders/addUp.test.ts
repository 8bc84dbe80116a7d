import fc from 'fast-check';

import { addUp } from '../../../nodes/shared/cloudApi/orders/addUp';
import { toOrderItem } from '../../../nodes/shared/cloudApi/orders/toOrderItem';
import { writeAmount } from '../../../nodes/shared/cloudApi/orders/Amount';

const cents = fc.integer({ min: 0, max: 100_000_000 });
const items = fc.array(fc.record({ amount: fc.integer({ min: 1, max: 100_000_000 }), quantity: fc.integer({ min: 1, max: 999 }) }), { minLength: 1, maxLength: 20 });

/** What an order comes to, counted without any fraction or limit. */
function exactly(list: Array<{ amount: number; quantity: number }>, tax: number, shipping: number): { subtotal: bigint; total: bigint } {
	const subtotal = list.reduce((sum, { amount, quantity }) => sum + BigInt(amount) * BigInt(quantity), 0n);
	return { subtotal, total: subtotal + BigInt(tax) + BigInt(shipping) };
}

const made = (list: Array<{ amount: number; quantity: number }>) =>
	list.map(({ amount, quantity }, index) => toOrderItem({ name: 'Item', amount: writeAmount(amount), quantity: String(quantity) }, index));

describe('what an order comes to', () => {
	test('is exact for any amounts, written as decimals', () => {
		fc.assert(
			fc.property(items, cents, cents, (list, tax, shipping) => {
				const { subtotal, total } = exactly(list, tax, shipping);
				const sums = addUp(made(list), { tax, shipping, discount: undefined }, { subtotal: Number(subtotal), total: Number(total) });
				expect([BigInt(sums.subtotal), BigInt(sums.total)]).toEqual([subtotal, total]);
			}),
		);
	});

	test('is not a cent more or less', () => {
		fc.assert(
			fc.property(items, cents, fc.constantFrom(-1, 1), (list, tax, difference) => {
				const total = Number(exactly(list, tax, 0).total) + difference;
				expect(() => addUp(made(list), { tax, shipping: undefined, discount: undefined }, { subtotal: undefined, total })).toThrow(`'Total' is ${writeAmount(total)}`);
			}),
		);
	});
});
