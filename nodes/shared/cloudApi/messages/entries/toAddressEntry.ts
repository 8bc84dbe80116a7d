import { refuseStrangers } from './refuseStrangers';
import { toRecord } from './toRecord';

/** Meta's names of the fields of an address (messages/address-messages, read 2025-12). */
const FIELDS = [
	'name', 'phone_number', 'in_pin_code', 'house_number', 'floor_number', 'tower_number', 'building_name', 'address', 'landmark_area', 'city', 'state',
];

/**
 * Reads a saved address: `id` and the fields beside it, or Meta's shape, with the fields in `value`.
 *
 * @throws {InvalidInputError} when there are other members
 */
export function toAddressEntry(raw: unknown, index: number): Record<string, unknown> {
	const place = `Saved Address ${index + 1}`;
	const address = toRecord(place, raw);
	if (address.value === undefined) {
		refuseStrangers(place, address, ['id', ...FIELDS]);
		return address;
	}
	refuseStrangers(place, address, ['id', 'value']);
	const value = toRecord(`value of ${place}`, address.value);
	refuseStrangers(`value of ${place}`, value, FIELDS);
	return { id: address.id, ...value };
}
