import { InvalidInputError } from '../../../domain/InvalidInputError';
import { writeAmount } from './readAmount';
import type { OrderItem } from './toOrderItem';

/** What is added to the items or taken off them: in the currency's smallest unit; undefined where it was not given. */
export interface Charges {
	tax: number | undefined;
	shipping: number | undefined;
	discount: number | undefined;
}

/**
 * Calculates what an order comes to: subtotal + tax + shipping - discount = total, in the currency's smallest unit.
 *
 * @param given - what the builder says that it comes to; undefined where that was left empty
 * @throws {InvalidInputError} when it does not, with the calculation; or when nothing is left to pay
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/orders (dated 2026-03-25)
 */
export function addUp(
	items: OrderItem[],
	charges: Charges,
	given: { subtotal: number | undefined; total: number | undefined },
): { subtotal: number; total: number } {
	const subtotal = sumOf(items);
	const total = subtotal + (charges.tax ?? 0) + (charges.shipping ?? 0) - (charges.discount ?? 0);
	requireSame('Subtotal', given.subtotal, subtotal, `the items come to ${writtenSum(items)}`);
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

function sumOf(items: OrderItem[]): number {
	return items.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
}

/** For example `24.00: 2 × 10.00 + 1 × 4.00`. */
function writtenSum(items: OrderItem[]): string {
	const parts = items.map(({ quantity, price }) => `${quantity} × ${writeAmount(price)}`).join(' + ');
	return `${writeAmount(sumOf(items))}: ${parts.length > 160 ? `${parts.slice(0, 160)}…` : parts}`;
}

function writtenTotal(subtotal: number, { tax, shipping, discount }: Charges, sum: number): string {
	const charges = [
		...(tax ? [`+ tax ${writeAmount(tax)}`] : []),
		...(shipping ? [`+ shipping ${writeAmount(shipping)}`] : []),
		...(discount ? [`- discount ${writeAmount(discount)}`] : []),
	];
	return `the order comes to ${writeAmount(sum)}: items ${[writeAmount(subtotal), ...charges].join(' ')}`;
}
