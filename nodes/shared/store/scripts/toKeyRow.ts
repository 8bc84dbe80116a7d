import type { SessionKey } from '../../domain/Session';

/** Writes a key as `[phone_number_id, bsuid, wa_id]`; a name that is missing or empty becomes null. */
export function toKeyRow({ phoneNumberId, user }: SessionKey): [string, string | null, string | null] {
	return [phoneNumberId, user.bsuid || null, user.waId || null];
}
