import { isSupportedCountry, type CountryCode } from 'libphonenumber-js/max';

import { InvalidInputError } from './InvalidInputError';

const PARAMETER = 'Country of Numbers Without Code';

/**
 * Reads the country whose numbers are written without their code.
 *
 * @param value - two letters (ISO 3166-1), in either case; empty and `none` mean that there is none
 * @throws {InvalidInputError} when it is no country
 */
export function readCountry(value: unknown): CountryCode | undefined {
	const code = typeof value === 'string' ? value.trim().toUpperCase() : (value ?? '');
	if (code === '' || code === 'NONE') return undefined;
	if (typeof code === 'string' && isSupportedCountry(code)) return code;
	throw new InvalidInputError(
		PARAMETER,
		`'${PARAMETER}' is no country: ${String(JSON.stringify(value)).slice(0, 40)}`,
		'Choose one from the list; an expression gives its two letters, for example BR.',
	);
}
