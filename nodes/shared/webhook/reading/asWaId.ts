import { asId } from './asId';

/**
 * Gives a wa_id as its digits, a leading `+` removed; the spelling is otherwise WhatsApp's own.
 *
 * @returns undefined for everything that is not a phone number, group IDs among them
 */
export function asWaId(value: unknown): string | undefined {
	return /^\+?(\d{5,15})$/.exec(asId(value) ?? '')?.[1];
}
