import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';

import type { UserIdentity } from '../Session';
import { AREA_ZONES } from './areaZones';
import { COUNTRY_ZONES } from './countryZones';

/** Country code included. */
const LONGEST_AREA = 5;

let areas: Map<string, string[]> | undefined;

/**
 * Gives the IANA time zones that a person may be in.
 *
 * By the number: the zones of its area where mobile numbers have one, else all of the country; of a number that fits no country, those of
 * every country with its code. A number says where it was given out, and not where its owner is today.
 * By a BSUID, all zones of the country that it begins with.
 *
 * @param person - the number counts where both names are known
 * @returns several where it is not known which; empty where nothing is known
 */
export function zonesOfPerson({ bsuid, waId }: UserIdentity): string[] {
	if (waId) return zonesOfArea(waId) ?? zonesOfNumber(waId);
	return bsuid ? zonesOfCountry(bsuid.slice(0, 2)) : [];
}

function zonesOfArea(digits: string): string[] | undefined {
	areas ??= new Map(Object.entries(AREA_ZONES).flatMap(([zones, prefixes]) => toList(prefixes).map((prefix) => [prefix, toList(zones)] as const)));
	for (let length = Math.min(digits.length, LONGEST_AREA); length > 1; length--) {
		const zones = areas.get(digits.slice(0, length));
		if (zones) return zones;
	}
	return undefined;
}

function zonesOfNumber(digits: string): string[] {
	const country = parsePhoneNumberFromString(`+${digits}`)?.country;
	const countries = country ? [country] : getCountries().filter((candidate) => digits.startsWith(getCountryCallingCode(candidate)));
	return [...new Set(countries.flatMap(zonesOfCountry))];
}

function zonesOfCountry(country: string): string[] {
	return toList(COUNTRY_ZONES[country] ?? '');
}

function toList(words: string): string[] {
	return words.split(/\s+/).filter((word) => word !== '');
}
