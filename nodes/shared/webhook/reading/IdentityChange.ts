import type { UserIdentity } from '../../domain/Session';

/** New IDs of one user, and those they replace. A window is not carried over: Meta does not say that it survives. */
export interface IdentityChange {
	previous: UserIdentity;
	current: UserIdentity;
	/**
	 * wa_id that stays the person's while the BSUID changes; undefined where none does. It is among the current IDs and not among the
	 * previous ones, for nobody left it, and yet it is what the person's consent is found by when the old BSUID is not named.
	 */
	keptWaId?: string;
}
