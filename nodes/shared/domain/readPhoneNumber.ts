// With all patterns: the smaller metadata take +31 98765-4321, which nobody has, for valid.
import { getCountryCallingCode, parsePhoneNumberFromString, type CountryCode, type PhoneNumber } from 'libphonenumber-js/max';

import { canonicalWaId } from './canonicalWaId';
import type { WrittenNumber } from './readWrittenNumber';

/** Which number is meant, country code first, digits only; or why that is not known. */
export type NumberReading = { digits: string } | UnclearNumber;

/** A number that its spelling alone does not give away. */
export interface UnclearNumber {
	/**
	 * - `noCountryCode`: it is valid nowhere as it stands, so that its country code is missing;
	 * - `ambiguous`: it is valid with the code that it begins with, and in the country that was given;
	 * - `impossible`: it has a country code, and no number of that country has this length.
	 */
	problem: 'noCountryCode' | 'ambiguous' | 'impossible';
	/** The numbers that it may be, digits only: right as soon as WhatsApp has named a person so. Empty when it can be none. */
	candidates: string[];
}

/**
 * Finds out which number is meant.
 *
 * Behind `+` every number counts that is possible: numbering plans change faster than the library. Without, it has to be
 * valid, and what is written in groups is never taken for a number of another country than the one that was given. The
 * zero that is dialled within a country is dropped where the plan says so, with and without `+`.
 *
 * @param country - whose numbers are written without a code; undefined when that is not known
 */
export function readPhoneNumber({ digits, spelling }: WrittenNumber, country?: CountryCode): NumberReading {
	if (spelling === 'international') return readInternational(digits);
	const abroad = toNumber(digits);
	const international = isMeantAbroad(abroad, spelling, country) ? toDialled(digits, abroad) : undefined;
	const national = country && spelling !== 'linked' ? readNational(digits, country) : undefined;
	if (international !== undefined && national && !isSame(international, national.digits)) {
		const isOwnMobile = abroad?.countryCallingCode === national.number.countryCallingCode && isMobile(abroad) && !isMobile(national.number);
		return isOwnMobile ? { digits: international } : { problem: 'ambiguous', candidates: [international, national.digits] };
	}
	const found = international ?? national?.digits;
	return found === undefined ? unclear('noCountryCode', spelling === 'separated' ? '' : digits) : { digits: found };
}

function readInternational(digits: string): NumberReading {
	const number = toNumber(digits);
	if (digits.startsWith('0') || !number?.isPossible()) return unclear('impossible', digits);
	return { digits: toDialled(digits, number) };
}

function readNational(digits: string, country: CountryCode): { digits: string; number: PhoneNumber } | undefined {
	const number = parsePhoneNumberFromString(digits, country);
	if (!number || number.countryCallingCode !== getCountryCallingCode(country)) return undefined;
	const dialled = number.number.slice(1);
	const isValid = number.isValid() || (canonicalWaId(dialled) !== dialled && toNumber(dialled)?.isValid());
	return isValid ? { digits: dialled, number } : undefined;
}

function isMeantAbroad(number: PhoneNumber | undefined, spelling: WrittenNumber['spelling'], country?: CountryCode): boolean {
	const isOwn = country !== undefined && number?.countryCallingCode === getCountryCallingCode(country);
	return (spelling !== 'separated' || isOwn) && number?.isValid() === true;
}

/** In the canonical spelling, because +52 1 … is still written and no longer in the plan. */
function toNumber(digits: string): PhoneNumber | undefined {
	return parsePhoneNumberFromString(`+${canonicalWaId(digits)}`);
}

/** The library drops a trunk prefix, as in +44 (0)7911…, and leaves the zero that belongs to an Italian number. */
function toDialled(digits: string, number: PhoneNumber | undefined): string {
	const hasTrunkPrefix = number !== undefined && number.number !== `+${canonicalWaId(digits)}`;
	return hasTrunkPrefix ? number.number.slice(1) : digits;
}

function isSame(one: string, other: string): boolean {
	return canonicalWaId(one) === canonicalWaId(other);
}

function isMobile(number: PhoneNumber | undefined): boolean {
	return number?.getType() === 'MOBILE';
}

/** A wa_id has 5 to 15 digits, and no country code begins with 0. */
function unclear(problem: UnclearNumber['problem'], digits: string): UnclearNumber {
	return { problem, candidates: /^[1-9]\d{4,14}$/.test(digits) ? [digits] : [] };
}
