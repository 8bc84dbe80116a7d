import { parsePhoneNumberFromString } from 'libphonenumber-js';

import { canonicalWaId } from './canonicalWaId';
import { InvalidInputError } from './InvalidInputError';
import type { UserIdentity } from './Session';

/** Whom a message goes to: by phone number or by BSUID, never both. */
export interface Recipient extends UserIdentity {
	/** The number to dial, `+` and digits, as it was given; undefined for a BSUID. */
	phoneNumber?: string;
}

const PARAMETER = 'Recipient';
const BSUID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;
const EXAMPLE = 'Give it with country code, for example +15551234567.';

/**
 * Reads the address of a person in any usual spelling.
 *
 * Accepts a phone number with country code (`+49 151 234-5678`, `0049…`, digits only as WhatsApp's `wa_id`,
 * `whatsapp:+49…`) and a BSUID (`US.13491208655302741918`). Digits without `+` or `00` are read as a wa_id, which
 * always begins with the country code.
 *
 * @param value - what the parameter holds
 * @throws {InvalidInputError} when it is empty, neither of the two, or a number without country code
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids (read 2026-03-10)
 */
export function parseRecipient(value: unknown): Recipient {
	const text = toText(value);
	if (BSUID.test(text)) return { bsuid: text };

	const digits = toInternationalDigits(text);
	const waId = canonicalWaId(digits);
	// In the canonical spelling, because +52 1 … is still written and no longer in the numbering plan. isPossible looks at
	// length and country code only: numbering plans change faster than the library.
	if (!parsePhoneNumberFromString(`+${waId}`)?.isPossible()) {
		throw new InvalidInputError(
			PARAMETER,
			`'Recipient' is not a phone number that exists with this country code: ${text}`,
			EXAMPLE,
		);
	}
	return { phoneNumber: `+${digits}`, waId };
}

function toText(value: unknown): string {
	const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
	if (text !== '') return text.replace(/^whatsapp:/i, '').trim();
	throw new InvalidInputError(
		PARAMETER,
		value === undefined || value === null || value === ''
			? "'Recipient' is empty, so nobody was looked up and nothing was sent."
			: `'Recipient' is not text: ${JSON.stringify(value)?.slice(0, 80)}`,
		'Give a phone number with country code or a BSUID; behind the WhatsApp Session Trigger that is {{ $json.recipient }}.',
	);
}

function toInternationalDigits(text: string): string {
	const compact = text.replace(/[\s\u00a0\u202f().\-/‐‑–]/g, '');
	const digits = compact.replace(/^(\+|00)/, '');
	if (!/^\d+$/.test(digits)) {
		throw new InvalidInputError(
			PARAMETER,
			`'Recipient' is neither a phone number nor a BSUID: ${text.slice(0, 80)}`,
			`${EXAMPLE} A BSUID looks like US.13491208655302741918.`,
		);
	}
	if (digits.startsWith('0') || (digits === compact && digits.length < 10)) {
		throw new InvalidInputError(
			PARAMETER,
			`'Recipient' has no country code: ${text}`,
			`WhatsApp would guess the country of the business number. ${EXAMPLE}`,
		);
	}
	return digits;
}
