import type { CountryCode } from 'libphonenumber-js/max';

import { COUNTRY_NAMES } from './countryNames';

/** Lists the countries that have phone numbers, sorted by their English names. */
export function listCountries(): Array<{ code: CountryCode; name: string }> {
	return [...COUNTRY_NAMES].map(([code, name]) => ({ code, name }));
}
