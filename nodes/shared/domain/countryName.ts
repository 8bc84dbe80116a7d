import type { CountryCode } from 'libphonenumber-js/max';

let names: Intl.DisplayNames | undefined;

/** Gives the English name of a country, for example `Brazil`. */
export function countryName(country: CountryCode): string {
	names ??= new Intl.DisplayNames(['en'], { type: 'region' });
	return names.of(country) ?? country;
}
