import { InvalidInputError } from '../../domain/InvalidInputError';
import { readJson } from '../../domain/readJson';
import { isRecord } from '../../domain/isRecord';
import type { FreeFormMessage, MessageForm } from './FreeFormMessage';
import { interactiveMessage } from './interactiveMessage';
import { LONGEST } from './messageLimits';
import { readOptionalWords } from './readWords';
import { refuseRepeated } from './refuseRepeated';

type Fields = Record<string, unknown>;

/**
 * Asks the person for an address, which WhatsApp offers in India only.
 *
 * @param form - `knownAddress`, what is filled in already, and `addressErrors`, what was wrong with it, both by Meta's names of the
 * fields; `savedAddresses`, each with an `id` and the same fields; `addressValues`, known values as one object; and what
 * `interactiveMessage` takes
 * @throws {InvalidInputError} when the values are no object, a pin code is too long, or two saved addresses have one ID
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/address-messages (read 2025-12)
 */
export function toAddressRequest(form: MessageForm): FreeFormMessage {
	const values = { ...readObject(form.addressValues), ...readFields(form.knownAddress, ' of Known Values') };
	const errors = readFields(form.addressErrors, ' of Errors', { isError: true });
	const saved = readSaved(form.savedAddresses);
	const parameters = {
		country: 'IN',
		...(Object.keys(values).length > 0 && { values }),
		...(saved.length > 0 && { saved_addresses: saved }),
		...(Object.keys(errors).length > 0 && { validation_errors: errors }),
	};
	const action = { name: 'address_message', parameters };
	return interactiveMessage({ type: 'address_message', action, headers: 'any', others: ['the request for an address'] }, form);
}

function readSaved(given: unknown): Array<{ id: string; value: Fields }> {
	const list: unknown[] = Array.isArray(given) ? given : [];
	const saved = list.map((raw, index) => {
		const { id, ...fields } = isRecord(raw) ? raw : {};
		const place = ` of Saved Address ${index + 1}`;
		const value = readFields(fields, place);
		if (Object.keys(value).length === 0) {
			throw new InvalidInputError('Saved Addresses', `'Saved Addresses' has nothing in Saved Address ${index + 1}.`, 'Fill in its fields, or take it out.');
		}
		return { id: readOptionalWords(`Address ID${place}`, id, LONGEST.buttonId)?.trim() ?? String(index + 1), value };
	});
	refuseRepeated('Saved Addresses', 'IDs', saved.map(({ id }) => id));
	return saved;
}

/** The fields that are filled in, by Meta's names. A pin code that is none may be what the person is asked to correct; Meta limits its length. */
function readFields(given: unknown, place: string, { isError = false } = {}): Fields {
	const entries = Object.entries(isRecord(given) ? given : {}).flatMap(([name, value]) => {
		const isPinCode = name === 'in_pin_code' && !isError;
		const words = readOptionalWords(`${isPinCode ? 'Pin Code' : name}${place}`, value, isPinCode ? LONGEST.pinCode : LONGEST.caption);
		return words === undefined ? [] : [[name, words] as const];
	});
	return Object.fromEntries(entries);
}

function readObject(given: unknown): Fields {
	const value = typeof given === 'string' ? (readJson(given || '{}')?.value ?? given) : given;
	if (value === undefined || value === null) return {};
	if (isRecord(value)) return value;
	throw new InvalidInputError('Known Values', "'Known Values' is not an object.", 'Give an object, for example {"name": "Ada", "city": "Delhi"}.');
}
