import { getCountries, type CountryCode } from 'libphonenumber-js/max';

import { countryName } from './countryName';

/** Lists the countries that have phone numbers, sorted by their English names. */
export function listCountries(): Array<{ code: CountryCode; name: string }> {
	return getCountries()
		.map((code) => ({ code, name: countryName(code) }))
		.sort((one, other) => one.name.localeCompare(other.name, 'en'));
}
