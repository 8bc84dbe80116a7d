import type { UserIdentity } from './Session';

/** Whom a message goes to: by phone number or by BSUID, never both. */
export interface Recipient extends UserIdentity {
	/** The number to dial, `+` and digits, as it was given; undefined for a BSUID. */
	phoneNumber?: string;
}
