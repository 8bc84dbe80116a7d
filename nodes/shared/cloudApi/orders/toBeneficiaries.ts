import { InvalidInputError } from '../../domain/InvalidInputError';
import { isRecord } from '../../domain/isRecord';
import { LONGEST } from '../messages/messageLimits';
import { onlyGiven } from '../messages/onlyGiven';
import { readOptionalWords, readWords } from '../messages/readWords';
import type { OrderCountryCode } from './OrderCountry';

/**
 * Makes the list of those to whom the goods of an order are shipped, which India's law asks for; nobody sees it.
 *
 * @param given - each with `name`, `line1`, `line2`, `city`, `state` and `postalCode`
 * @returns nothing when there is none
 * @throws {InvalidInputError} when something is missing, or the order is of another country
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg (dated 2026-05-21)
 */
export function toBeneficiaries(country: OrderCountryCode, given: unknown): { beneficiaries?: unknown[] } {
	const list: unknown[] = Array.isArray(given) ? given : [];
	if (list.length === 0) return {};
	if (country !== 'IN') {
		throw new InvalidInputError('Beneficiaries', "'Beneficiaries' are for orders in India alone.", "Take them out of 'Order Options'.");
	}
	return { beneficiaries: list.map((raw, index) => toBeneficiary(isRecord(raw) ? raw : {}, (label) => `${label} of Beneficiary ${index + 1}`)) };
}

function toBeneficiary({ name, line1, line2, city, state, postalCode }: Record<string, unknown>, of: (label: string) => string): Record<string, unknown> {
	return {
		name: readWords(of('Name'), name, LONGEST.beneficiaryName).trim(),
		address_line1: readWords(of('Address'), line1, LONGEST.beneficiaryLine).trim(),
		...onlyGiven({ address_line2: readOptionalWords(of('Address Line 2'), line2, LONGEST.beneficiaryLine)?.trim() }),
		city: readWords(of('City'), city, LONGEST.caption).trim(),
		state: readWords(of('State'), state, LONGEST.caption).trim(),
		country: 'India',
		postal_code: readPostalCode(of('Postal Code'), postalCode),
	};
}

function readPostalCode(parameter: string, value: unknown): string {
	const code = readWords(parameter, value, LONGEST.caption).trim();
	if (/^\d{6}$/.test(code)) return code;
	throw new InvalidInputError(parameter, `'${parameter}' is not a postal code of India: ${code.slice(0, 40)}`, 'Give its six digits, for example 400063.');
}
