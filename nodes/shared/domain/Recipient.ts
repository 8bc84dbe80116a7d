import type { UserIdentity } from './Session';

/** Whom a message goes to: by phone number, by BSUID, or by the ID of a group (see `groupAsUser`), never two of them. */
export interface Recipient extends UserIdentity {
	/** The number to dial, `+` and digits, as it was given; undefined for a BSUID. */
	phoneNumber?: string;
}
