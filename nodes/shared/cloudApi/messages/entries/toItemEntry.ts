import { InvalidInputError } from '../../../domain/InvalidInputError';
import { isRecord } from '../../../domain/isRecord';
import { ENTRIES, refuseStrangers } from './refuseStrangers';
import { renamed } from './renamed';
import { toRecord } from './toRecord';

/** Ours, then Meta's names (payments/payments-br/orders, dated 2026-03-25; payments/payments-in/pg, dated 2026-05-21). */
const NAMES = { name: 'name', quantity: 'quantity', productId: 'retailer_id', countryOfOrigin: 'country_of_origin', importerName: 'importer_name' };
const AMOUNTS = { amount: 'amount', saleAmount: 'sale_amount' };
const IMPORTER = {
	importerLine1: 'address_line1',
	importerLine2: 'address_line2',
	importerCity: 'city',
	importerZone: 'zone_code',
	importerPostalCode: 'postal_code',
	importerCountryCode: 'country_code',
};
const OF_FORM = [...Object.keys(NAMES), ...Object.keys(AMOUNTS), ...Object.keys(IMPORTER), 'pictureLink'];
const OF_META = [...Object.values(NAMES), ...Object.values(AMOUNTS), 'importer_address', 'image'];
const OFFSET = 100;

/**
 * Reads an item of an order: in the members of the form, or in Meta's shape, whose amounts are objects.
 *
 * @returns the members of the form, see `toOrderItem`
 * @throws {InvalidInputError} when there are other members, or an amount of Meta's shape is none
 */
export function toItemEntry(raw: unknown, index: number): Record<string, unknown> {
	const place = `Item ${index + 1}`;
	const item = toRecord(place, raw);
	if (!isRecord(item.amount)) {
		refuseStrangers(place, item, OF_FORM);
		return item;
	}
	refuseStrangers(place, item, OF_META);
	const importer = partOf(item, 'importer_address', place, Object.values(IMPORTER));
	const picture = partOf(item, 'image', place, ['link']);
	return {
		...renamed(item, NAMES),
		...Object.fromEntries(Object.entries(renamed(item, AMOUNTS)).map(([name, amount]) => [name, toDecimal(`${name} of ${place}`, amount)])),
		...renamed(importer, IMPORTER),
		...renamed(picture, { pictureLink: 'link' }),
	};
}

function partOf(item: Record<string, unknown>, name: string, place: string, known: readonly string[]): Record<string, unknown> {
	if (item[name] === undefined || item[name] === null) return {};
	const part = toRecord(`${name} of ${place}`, item[name]);
	refuseStrangers(`${name} of ${place}`, part, known);
	return part;
}

/** In the shape of the form: 1234 of 100 is `12.34`. */
function toDecimal(place: string, given: unknown): string {
	const amount = toRecord(place, given);
	refuseStrangers(place, amount, ['value', 'offset']);
	const value = Number(amount.value);
	if (Number(amount.offset) === OFFSET && Number.isSafeInteger(value) && value >= 0) return (value / OFFSET).toFixed(2);
	throw new InvalidInputError(
		ENTRIES,
		`'${ENTRIES}' has no amount of money in ${place}: ${JSON.stringify(amount).slice(0, 60)}`,
		'Give a whole number of the smallest unit with the offset 100, as {"value": 129950, "offset": 100}, or a decimal as "1299.50".',
	);
}
