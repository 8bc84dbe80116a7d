import type { CountryCode } from 'libphonenumber-js/max';

import { COUNTRY_NAMES } from './countryNames';

/** Gives the English name of a country, for example `Brazil`. */
export function countryName(country: CountryCode): string {
	return COUNTRY_NAMES.get(country) ?? country;
}
