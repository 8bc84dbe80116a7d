import { parsePhoneNumberFromString } from 'libphonenumber-js';

import { canonicalWaId } from './canonicalWaId';
import { InvalidInputError } from './InvalidInputError';
import { isBsuid } from './isBsuid';
import type { UserIdentity } from './Session';

/** Whom a message goes to: by phone number or by BSUID, never both. */
export interface Recipient extends UserIdentity {
	/** The number to dial, `+` and digits, as it was given; undefined for a BSUID. */
	phoneNumber?: string;
}

const PARAMETER = 'Recipient';
const EXAMPLE = 'Give it with country code, for example +15551234567.';
const SEPARATORS = /[\s\u00a0\u202f().\-/‐‑–]/g;

/**
 * Reads the address of a person in any usual spelling.
 *
 * Accepts a phone number with country code (`+49 151 234-5678`, `+49 (0)151…`, `0049…`, `whatsapp:+49…`), the digits of
 * a wa_id, which always begins with the country code, and a BSUID (`US.13491208655302741918`).
 *
 * **WARNING:** ten bare digits may be a national number that happens to look like another country's; they are taken as a
 * wa_id when such a number exists.
 *
 * @param value - what the parameter holds
 * @throws {InvalidInputError} when it is empty, neither of the two, or a number without country code
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids (read 2026-03-10)
 */
export function parseRecipient(value: unknown): Recipient {
	const text = toText(value);
	if (isBsuid(text)) return { bsuid: text };

	const compact = text.replace(SEPARATORS, '');
	if (!/^\+?\d+$/.test(compact)) {
		throw refusal('is neither a phone number nor a BSUID', text, 'A BSUID looks like US.13491208655302741918.');
	}
	const digits = /^(\+|00)/.test(compact) ? fromInternational(compact, text) : fromWaId(compact, text);
	return { phoneNumber: `+${digits}`, waId: canonicalWaId(digits) };
}

function fromInternational(compact: string, text: string): string {
	const digits = compact.replace(/^(\+|00)/, '');
	// In the canonical spelling, because +52 1 … is still written and no longer in the numbering plan. isPossible looks at
	// length and country code only: numbering plans change faster than the library.
	const number = parsePhoneNumberFromString(`+${canonicalWaId(digits)}`);
	if (digits.startsWith('0') || !number?.isPossible()) throw notANumber(text);
	// The library drops a trunk prefix, as in +44 (0)7911…, and leaves the zero that belongs to an Italian number.
	const hasTrunkPrefix = number.number !== `+${canonicalWaId(digits)}`;
	return hasTrunkPrefix ? number.number.slice(1) : digits;
}

function fromWaId(compact: string, text: string): string {
	const isFormatted = compact !== text;
	const number = parsePhoneNumberFromString(`+${canonicalWaId(compact)}`);
	const isShort = compact.length <= 10;
	if (compact.startsWith('0') || compact.length < 7 || (isShort && (isFormatted || !number?.isValid()))) {
		throw refusal('has no country code', text, 'WhatsApp would guess the country of the business number.');
	}
	if (!number?.isPossible()) throw notANumber(text);
	return compact;
}

function toText(value: unknown): string {
	const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
	if (text !== '') return text.replace(/^whatsapp:/i, '').trim();
	throw new InvalidInputError(
		PARAMETER,
		value === undefined || value === null || typeof value === 'string'
			? "'Recipient' is empty, so nobody was looked up and nothing was sent."
			: `'Recipient' is not text but ${Array.isArray(value) ? 'a list' : typeof value}.`,
		'Give a phone number with country code or a BSUID; behind the WhatsApp Session Trigger that is {{ $json.recipient }}.',
	);
}

function notANumber(text: string): InvalidInputError {
	return refusal('is not a phone number that exists with this country code', text);
}

function refusal(what: string, text: string, hint = ''): InvalidInputError {
	return new InvalidInputError(PARAMETER, `'Recipient' ${what}: ${quote(text)}`, `${EXAMPLE} ${hint}`.trim());
}

// Somebody may have wired the text of a message into this field, and that must not end up in a log.
function quote(text: string): string {
	const isLikeAddress = text.length <= 40 && (/\d{3}/.test(text.replace(SEPARATORS, '')) || !/\s/.test(text));
	return isLikeAddress ? text : `a text of ${text.length} characters`;
}
