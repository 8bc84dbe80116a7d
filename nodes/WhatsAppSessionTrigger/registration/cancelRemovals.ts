import { pendingRemovals, type PendingRemoval } from './pendingRemovals';
import { registrationSlot } from './registrationSlot';
import type { Registration } from './Registration';

/**
 * Calls off what an earlier unpublishing of the same trigger would still remove, because it is published again.
 *
 * At another level or number only the old override still goes, and for another app all of the old app's. Waits for a
 * removal that is under way.
 *
 * @param callbackUrl - the trigger's own address for production
 * @param registration - undefined for manual registration: then everything stays as it is at Meta
 */
export async function cancelRemovals(callbackUrl: string, registration?: Registration): Promise<void> {
	const removals = pendingRemovals();
	for (const [key, removal] of [...removals]) {
		if (removal.registration.callback.callbackUrl !== callbackUrl) continue;
		await removal.running;
		const successor = successorOf(removal, registration);
		if (successor !== undefined) {
			removal.successor = successor;
			continue;
		}
		clearTimeout(removal.timer);
		removals.delete(key);
	}
}

/** Undefined when nothing is left to be removed. */
function successorOf({ registration: old }: PendingRemoval, registration?: Registration): PendingRemoval['successor'] {
	if (registration === undefined || registrationSlot(old) === registrationSlot(registration)) return undefined;
	if (old.appId !== registration.appId) return 'otherApp';
	return old.level === 'app' ? undefined : 'sameApp';
}
