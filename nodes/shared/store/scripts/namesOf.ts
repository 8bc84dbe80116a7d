import type { SessionKey } from '../../domain/Session';

/** Gives the names of a person with a business number, as texts that no other person or number has. */
export function namesOf({ phoneNumberId, user: { bsuid, waId } }: SessionKey): string[] {
	// A wa_id is made of digits, which neither a BSUID nor the ID of a group is.
	return [bsuid, waId].flatMap((name) => (name ? [`${phoneNumberId} ${name}`] : []));
}
