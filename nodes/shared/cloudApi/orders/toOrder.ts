import { InvalidInputError } from '../../domain/InvalidInputError';
import { parseInstant } from '../../domain/parseInstant';
import type { MessageForm } from '../messages/FreeFormMessage';
import { LONGEST, MOST } from '../messages/messageLimits';
import { onlyGiven } from '../messages/onlyGiven';
import { readOptionalWords, readWords } from '../messages/readWords';
import { addUp, requirePayable } from './addUp';
import { toAmount, type Amount } from './Amount';
import { ORDER_COUNTRIES, type OrderCountryCode } from './OrderCountry';
import { readOptionalAmount } from './readAmount';
import { requireOwner } from './requireOwner';
import type { Charges } from './sumOrder';
import { toOrderItem, type OrderItem } from './toOrderItem';

/** What is to be paid. */
export interface Order {
	total: Amount;
	/** Undefined for a message that names a total and no items. */
	order?: Record<string, unknown>;
}

/** What makes no sense without items, by label and name. */
const ITEM_OPTIONS: ReadonlyArray<[label: string, option: string]> = [
	['Catalog ID', 'catalogId'],
	['Discount', 'discountAmount'],
	['Expires At', 'expiresAt'],
	['Header File', 'headerMedia'],
	['Hide Review and Pay', 'isQuickPay'],
	['Shipping', 'shippingAmount'],
	['Subtotal', 'subtotal'],
	['Tax', 'taxAmount'],
];

/**
 * Makes the order of a message: its items, what is added and taken off, and what it comes to. Subtotal and total are calculated; where
 * they are given, they have to be the same.
 *
 * When the order expires is not compared with the clock: a retry hours later has to find the message that went out.
 *
 * @param form - `items`, see `toOrderItem`; `orderTotal`; and `orderOptions` with `subtotal`, `taxAmount`, `taxDescription`, `shippingAmount`,
 * `shippingDescription`, `discountAmount`, `discountDescription`, `discountProgram`, `catalogId`, `expiresAt`, `expiryDescription`,
 * `isQuickPay`
 * @throws {InvalidInputError} when the sums do not agree, nothing is left to pay, there are no items where Meta wants them, or a
 * description is given without what it describes
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/orders (dated 2026-03-25)
 */
export function toOrder(country: OrderCountryCode, form: MessageForm, options: MessageForm): Order {
	const list: unknown[] = Array.isArray(form.items) ? form.items : [];
	const total = readOptionalAmount('Total', form.orderTotal);
	if (list.length === 0) return { total: toAmount(requireTotal(country, total, options)) };
	const items = list.map(toOrderItem);
	requireOnePicturing(items, options);
	const charges = {
		tax: readOptionalAmount('Tax', options.taxAmount),
		shipping: readOptionalAmount('Shipping', options.shippingAmount),
		discount: readOptionalAmount('Discount', options.discountAmount),
	};
	const sums = addUp(items, charges, { subtotal: readOptionalAmount('Subtotal', options.subtotal), total });
	return { total: toAmount(sums.total), order: toWire(items, sums.subtotal, charges, options) };
}

function toWire(items: OrderItem[], subtotal: number, { tax, shipping, discount }: Charges, options: MessageForm): Record<string, unknown> {
	const program = readCharge('Discount Program', options.discountProgram, 'Discount', discount);
	return {
		status: 'pending',
		...onlyGiven({
			type: options.isQuickPay === true ? 'quick_pay' : undefined,
			catalog_id: readOptionalWords('Catalog ID', options.catalogId, LONGEST.caption)?.trim(),
			expiration: toExpiration(options),
		}),
		items: items.map(({ item }) => item),
		subtotal: toAmount(subtotal),
		// Meta wants it even where there is none.
		tax: toCharge(tax ?? 0, readCharge('Tax Description', options.taxDescription, 'Tax', tax ?? 0)),
		...onlyGiven({
			shipping: toCharge(shipping, readCharge('Shipping Description', options.shippingDescription, 'Shipping', shipping)),
			discount: toCharge(discount, readCharge('Discount Description', options.discountDescription, 'Discount', discount), program),
		}),
	};
}

/** Reads words that belong to a charge. */
function readCharge(label: string, value: unknown, owner: string, charge: number | undefined): string | undefined {
	return requireOwner(label, readOptionalWords(label, value, LONGEST.chargeDescription)?.trim(), owner, charge !== undefined);
}

function toCharge(value: number | undefined, description: string | undefined, program?: string): Record<string, unknown> | undefined {
	return value === undefined ? undefined : { ...toAmount(value), ...onlyGiven({ description, discount_program_name: program }) };
}

function toExpiration({ expiresAt, expiryDescription }: MessageForm): Record<string, unknown> | undefined {
	const label = 'Expiry Description';
	const hasInstant = expiresAt !== undefined && expiresAt !== null && expiresAt !== '';
	const description = requireOwner(label, readOptionalWords(label, expiryDescription, LONGEST.expiryDescription)?.trim(), 'Expires At', hasInstant);
	if (!hasInstant) return undefined;
	const timestamp = String(Math.floor(parseInstant(expiresAt, 'Expires At').toSeconds()));
	return { timestamp, description: readWords(label, description, LONGEST.expiryDescription) };
}

/** A message without items, which Meta takes in Brazil alone. */
function requireTotal(country: OrderCountryCode, total: number | undefined, options: MessageForm): number {
	const { name } = ORDER_COUNTRIES[country];
	if (country !== 'BR') throw new InvalidInputError('Items', `'Items' is empty, and an order in ${name} has at least one.`, 'Add the items that are to be paid for.');
	const [surplus] = ITEM_OPTIONS.filter(([, option]) => options[option] !== undefined && options[option] !== '' && options[option] !== false);
	if (surplus) throw new InvalidInputError(surplus[0], `'${surplus[0]}' is given, and the order has no items that it could belong to.`, `Add the items, or take out '${surplus[0]}'.`);
	if (total === undefined) throw new InvalidInputError('Total', "'Total' is empty, and the order has no items that it could be calculated from.", "Give the amount to pay, for example 1299.50, or add the items.");
	requirePayable(total);
	return total;
}

/** Own pictures do not go with products of a catalog, and with no more than ten items. */
function requireOnePicturing(items: OrderItem[], { catalogId }: MessageForm): void {
	if (!items.some(({ hasPicture }) => hasPicture)) return;
	if (items.some(({ hasProduct }) => hasProduct) || String(catalogId ?? '').trim() !== '') {
		throw new InvalidInputError('Picture Link', "'Picture Link' does not go with product IDs and a catalog, which bring their own pictures.", 'Take out one or the other.');
	}
	if (items.length <= MOST.picturedItems) return;
	throw new InvalidInputError('Picture Link', `'Picture Link' is given in an order of ${items.length} items; WhatsApp shows pictures with at most ${MOST.picturedItems}.`, 'Take the pictures out.');
}
