import { interpretRecipient, type RecipientHints } from './interpretRecipient';
import type { Recipient } from './Recipient';

export type { Recipient } from './Recipient';

/**
 * Reads the address of a person in any usual spelling, or the ID of a group.
 *
 * Accepts a phone number with country code (`+49 151 234-5678`, `+49 (0)151…`, `0049…`, `tel:+49…`), a wa_id, which always
 * begins with it, links and IDs of WhatsApp (`https://wa.me/49151…`, `49151…@s.whatsapp.net`), and a BSUID
 * (`US.13491208655302741918`), and the ID that Meta gives a group. With a country, numbers of that country without their code as well.
 *
 * Digits without `+` are a number with country code only where they are a valid one and written without separators. Where
 * they are also valid in the given country, and the two are different people, nobody is guessed.
 *
 * **WARNING:** without a country, ten or eleven bare digits that are valid with the country code they happen to begin with
 * are taken for that: a Brazilian `48912345678` is a Polish landline as well.
 *
 * @param value - what the parameter holds
 * @throws {InvalidInputError} when it is empty, neither of the two, a number without country code, or one of two people
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids (read 2026-03-10)
 */
export function parseRecipient(value: unknown, hints: RecipientHints = {}): Recipient {
	const reading = interpretRecipient(value, hints);
	if ('recipient' in reading) return reading.recipient;
	throw reading.refusal;
}
