import { pendingRemovals } from './pendingRemovals';

/** Says whether the trigger with this address was unpublished a moment ago and its registration is still to be removed. */
export function isRemovalPending(callbackUrl: string): boolean {
	return [...pendingRemovals().values()].some(({ registration }) => registration.callback.callbackUrl === callbackUrl);
}
