import type { SessionKey } from '../../domain/Session';

/** Writes a key into columns; a name that is missing or empty becomes null. */
export function toKeyRow({ phoneNumberId, user }: SessionKey) {
	return { phone_number_id: phoneNumberId, bsuid: user.bsuid || null, wa_id: user.waId || null };
}
