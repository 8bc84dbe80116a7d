import type { UserIdentity } from '../../domain/Session';

/** New IDs of one user, and those they replace. A window is not carried over: Meta does not say that it survives. */
export interface IdentityChange {
	previous: UserIdentity;
	current: UserIdentity;
}
