import { InvalidInputError } from '../../domain/InvalidInputError';
import { writeAmount } from './Amount';
import { sumOrder, type Charges, type CountedItem } from './sumOrder';

/**
 * Calculates what an order comes to, and makes sure that it is what the builder says.
 *
 * @param given - what the builder says that it comes to; undefined where that was left empty
 * @throws {InvalidInputError} when it does not, with the calculation; or when nothing is left to pay
 */
export function addUp(
	items: readonly CountedItem[],
	charges: Charges,
	given: { subtotal: number | undefined; total: number | undefined },
): { subtotal: number; total: number } {
	const { subtotal, total } = sumOrder(items, charges);
	requireSame('Subtotal', given.subtotal, subtotal, `the items come to ${writtenSum(items, subtotal)}`);
	requireSame('Total', given.total, total, writtenTotal(subtotal, charges, total));
	requirePayable(total);
	return { subtotal, total };
}

/**
 * Makes sure that something is to be paid.
 *
 * @throws {InvalidInputError} for nothing, less than nothing, or more than can be counted with
 */
export function requirePayable(total: number): void {
	if (total > 0 && Number.isSafeInteger(total)) return;
	throw new InvalidInputError(
		'Total',
		total > 0 ? "'Total' is more than WhatsApp can count with." : `The order comes to ${writeAmount(total)}, so there is nothing to pay.`,
		total > 0 ? 'Look at the amounts and quantities of the items.' : 'Look at the amounts of the items and at the discount.',
	);
}

function requireSame(label: string, given: number | undefined, calculated: number, words: string): void {
	if (given === undefined || given === calculated) return;
	throw new InvalidInputError(label, `'${label}' is ${writeAmount(given)}, and ${words}.`, `Correct it, or leave '${label}' empty: it is calculated then.`);
}

/** For example `24.00: 2 × 10.00 + 1 × 4.00`. */
function writtenSum(items: readonly CountedItem[], subtotal: number): string {
	const parts = items.map(({ quantity, price }) => `${quantity} × ${writeAmount(price)}`).join(' + ');
	return `${writeAmount(subtotal)}: ${parts.length > 160 ? `${parts.slice(0, 160)}…` : parts}`;
}

function writtenTotal(subtotal: number, { tax, shipping, discount }: Charges, sum: number): string {
	const charges = [
		...(tax ? [`+ tax ${writeAmount(tax)}`] : []),
		...(shipping ? [`+ shipping ${writeAmount(shipping)}`] : []),
		...(discount ? [`- discount ${writeAmount(discount)}`] : []),
	];
	return `the order comes to ${writeAmount(sum)}: items ${[writeAmount(subtotal), ...charges].join(' ')}`;
}
