import type { JsonObject } from '../../../JsonObject.ts';
import { toJsonObject } from '../../../toJsonObject.ts';
import { freeFormRefusal } from '../freeFormRefusal.ts';
import { readList } from '../readList.ts';
import { readParameters } from './readParameters.ts';

const AT = 'interactive.action.parameters';
/** The one country that has address messages (messages/address-messages, read 2025-12). */
const COUNTRY = 'IN';

/**
 * Checks a request for an address. That the person has a number of the country is not asked here, so that everybody can try it.
 *
 * @throws {GraphError} 131008 without a country, 131009 for another one than India, 100 for another shape
 */
export function checkAddress(action: JsonObject): void {
	const { country, values, saved_addresses: saved, validation_errors: errors } = readParameters(action, 'address_message');
	if (country === undefined || country === '') throw freeFormRefusal.missing(`${AT}.country`);
	if (country !== COUNTRY) throw freeFormRefusal.wrong(`${AT}.country`, `must be ${COUNTRY}`);
	for (const [name, value] of Object.entries({ values, validation_errors: errors })) {
		if (value !== undefined && !toJsonObject(value)) {
			throw freeFormRefusal.shape(`Param ${AT}.${name} must be a JSON object.`);
		}
	}
	if (saved === undefined) return;
	for (const { id, value } of readList(saved, { at: `${AT}.saved_addresses` })) {
		if (!id || !toJsonObject(value)) throw freeFormRefusal.missing(`${AT}.saved_addresses id or value`);
	}
}
