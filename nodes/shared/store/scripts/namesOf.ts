import type { SessionKey } from '../../domain/Session';

/** Gives the names of a person with a business number, as texts that no other person or number has. */
export function namesOf({ phoneNumberId, user: { bsuid, waId } }: SessionKey): string[] {
	// A BSUID always holds a full stop and a wa_id never does.
	return [bsuid, waId].flatMap((name) => (name ? [`${phoneNumberId} ${name}`] : []));
}
