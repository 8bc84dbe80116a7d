import { InvalidInputError } from '../../domain/InvalidInputError';
import { isRecord } from '../../domain/isRecord';
import { LONGEST } from '../messages/messageLimits';
import { onlyGiven } from '../messages/onlyGiven';
import { readLink } from '../messages/readLink';
import { readOptionalWords, readWords } from '../messages/readWords';
import { toAmount, writeAmount } from './Amount';
import { readAmount, readOptionalAmount } from './readAmount';
import type { CountedItem } from './sumOrder';

/** An item of an order, as it is sent and as it is counted. */
export interface OrderItem extends CountedItem {
	hasPicture: boolean;
	hasProduct: boolean;
}

/**
 * Makes one item of an order.
 *
 * That Meta wants country of origin and importer where there is no catalog is not asked here: its pages contradict each other.
 *
 * @param raw - `name`, `amount` of one, `quantity` (1 when it is empty), `saleAmount`, `productId`, `pictureLink`, `countryOfOrigin`,
 * `importerName`, and the importer's address: `importerLine1`, `importerLine2`, `importerCity`, `importerZone`, `importerPostalCode`,
 * `importerCountryCode`
 * @param index - its place in the order, from 0
 * @throws {InvalidInputError} when the name or the amount is missing, the quantity is no whole number, or the sale amount is not less
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg (dated 2026-05-21)
 */
export function toOrderItem(raw: unknown, index: number): OrderItem {
	const given = isRecord(raw) ? raw : {};
	const of = (label: string) => `${label} of Item ${index + 1}`;
	const read = (label: string, value: unknown) => readOptionalWords(of(label), value, LONGEST.caption)?.trim();
	const amount = readAmount(of('Amount'), given.amount);
	const saleAmount = readOptionalAmount(of('Sale Amount'), given.saleAmount);
	if (saleAmount !== undefined && saleAmount >= amount) {
		throw new InvalidInputError(of('Sale Amount'), `'${of('Sale Amount')}' is ${writeAmount(saleAmount)}, which is not less than the amount ${writeAmount(amount)}.`, 'Give the lower price, or leave it empty.');
	}
	const quantity = readQuantity(of('Quantity'), given.quantity);
	const productId = read('Product ID', given.productId);
	const picture = read('Picture Link', given.pictureLink);
	const item = {
		...onlyGiven({ retailer_id: productId }),
		name: readWords(of('Item Name'), given.name, LONGEST.itemName).trim(),
		amount: toAmount(amount),
		quantity,
		...onlyGiven({
			sale_amount: saleAmount === undefined ? undefined : toAmount(saleAmount),
			image: picture === undefined ? undefined : { link: readLink(of('Picture Link'), picture) },
			country_of_origin: read('Country of Origin', given.countryOfOrigin),
			importer_name: read('Importer Name', given.importerName),
			importer_address: onlyGiven({
				address_line1: read('Importer Address', given.importerLine1),
				address_line2: read('Importer Address Line 2', given.importerLine2),
				city: read('Importer City', given.importerCity),
				zone_code: read('Importer State Code', given.importerZone),
				postal_code: read('Importer Postal Code', given.importerPostalCode),
				country_code: read('Importer Country Code', given.importerCountryCode),
			}),
		}),
	};
	return { item, quantity, price: saleAmount ?? amount, hasPicture: picture !== undefined, hasProduct: productId !== undefined };
}

function readQuantity(parameter: string, value: unknown): number {
	const given = String(value ?? '').trim();
	if (given === '') return 1;
	if (/^[1-9]\d{0,5}$/.test(given)) return Number(given);
	throw new InvalidInputError(parameter, `'${parameter}' is not a whole number from 1: ${given.slice(0, 40)}`, 'Give how many of the item are ordered, for example 2.');
}
