import type { CountryCode } from 'libphonenumber-js/max';

import { canonicalWaId } from './canonicalWaId';
import { countryName } from './countryName';
import { InvalidInputError } from './InvalidInputError';
import { isBsuid } from './isBsuid';
import { isGroupId } from './isGroupId';
import type { UnclearNumber } from './readPhoneNumber';
import { readPhoneNumber } from './readPhoneNumber';
import { readWrittenNumber } from './readWrittenNumber';
import type { Recipient } from './Recipient';
import { tidyAddress } from './tidyAddress';

/** What is known beside the text of an address. */
export interface RecipientHints {
	/** Whose numbers are written without country code; undefined when that is not known. */
	country?: CountryCode;
	/** Says whether WhatsApp itself has named somebody by these digits; nobody by default. */
	isNamed?: (digits: string) => boolean;
}

/** Who is meant; or, where the text alone does not say it, who it would be if WhatsApp knew them, and what to say otherwise. */
export type RecipientReading = { recipient: Recipient } | { candidates: Recipient[]; refusal: InvalidInputError };

const PARAMETER = 'Recipient';
const EXAMPLE = 'Give it with + and country code, for example +15551234567.';

/**
 * Reads the address of a person in any usual spelling, or the ID of a group; see `parseRecipient`, which decides without looking anybody up.
 *
 * Digits by which WhatsApp has named somebody are taken as they are, whatever the numbering plan says.
 *
 * @param value - what the parameter holds
 */
export function interpretRecipient(value: unknown, { country, isNamed }: RecipientHints = {}): RecipientReading {
	const given = typeof value === 'number' ? String(value) : value;
	const text = typeof given === 'string' ? tidyAddress(given) : '';
	if (text === '') return { candidates: [], refusal: toMissing(value) };
	if (isBsuid(text) || isGroupId(text)) return { recipient: { bsuid: text } };

	const written = readWrittenNumber(text);
	if (!written) return { candidates: [], refusal: toStranger(text) };
	if (isNamed?.(written.digits)) return { recipient: toRecipient(written.digits) };
	const reading = readPhoneNumber(written, country);
	if ('digits' in reading) return { recipient: toRecipient(reading.digits) };
	return { candidates: reading.candidates.map(toRecipient), refusal: toRefusal(reading, text, country) };
}

function toRecipient(digits: string): Recipient {
	return { phoneNumber: `+${digits}`, waId: canonicalWaId(digits) };
}

function toMissing(value: unknown): InvalidInputError {
	return new InvalidInputError(
		PARAMETER,
		value === undefined || value === null || typeof value === 'string'
			? "'Recipient' is empty, so nobody was looked up and nothing was sent."
			: `'Recipient' is not text but ${Array.isArray(value) ? 'a list' : typeof value}.`,
		"Give a phone number with country code or a business-scoped user ID (BSUID), for example by dragging the field of the item that holds it onto 'Recipient'.",
	);
}

function toStranger(text: string): InvalidInputError {
	const hint = /^[\d.,]+e\+?\d+$/i.test(text)
		? 'A sheet has rounded it: format its column as text.'
		: 'A business-scoped user ID looks like US.13491208655302741918.';
	return new InvalidInputError(PARAMETER, `'Recipient' is neither a phone number nor a business-scoped user ID (BSUID): ${quote(text)}`, `${EXAMPLE} ${hint}`);
}

function toRefusal({ problem, candidates }: UnclearNumber, text: string, country: CountryCode | undefined): InvalidInputError {
	const refuse = (what: string, advice: string) => new InvalidInputError(PARAMETER, `'Recipient' ${what}: ${quote(text)}`, advice);
	if (problem === 'impossible') return refuse('is not a phone number that exists with this country code', EXAMPLE);
	if (problem === 'ambiguous') {
		const [abroad, national] = candidates;
		return refuse(`can be read as +${abroad} and as +${national}`, 'Give it with + and country code, because both numbers exist.');
	}
	if (country) {
		return refuse(`has no country code, and is no phone number of ${countryName(country)}`, `${EXAMPLE} The country was chosen in 'Country of Numbers Without Code'.`);
	}
	return refuse('has no country code', `${EXAMPLE} Where all numbers are of one country, choose it in the option 'Country of Numbers Without Code'.`);
}

// Somebody may have wired the text of a message into this field, and that must not end up in a log.
function quote(text: string): string {
	const isLikeAddress = text.length <= 40 && (/\d{3}/.test(text.replace(/[^\p{L}\p{N}]/gu, '')) || !/\s/.test(text));
	return isLikeAddress ? text : `a text of ${text.length} characters`;
}
