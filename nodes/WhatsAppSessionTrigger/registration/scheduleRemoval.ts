import { pendingRemovals, type PendingRemoval } from './pendingRemovals';
import { registrationSlot } from './registrationSlot';
import type { Registration } from './Registration';

const REMOVAL_DELAY_MS = 30_000;
const MAX_TRIES = 3;

/**
 * Takes a registration back in 30 seconds, unless the trigger is published again until then.
 *
 * n8n takes a trigger down and puts it up again at every edit. Were the address removed in between, Meta would have
 * nowhere to post to, and what people write meanwhile would be lost; as it is, Meta meets a 404 and repeats.
 *
 * The timer does not keep the process alive: when n8n stops before it fires, the address stays at Meta.
 *
 * @param remove - takes it back; true when that failed and may succeed 30 seconds later, three tries in all. Must not
 * reject
 */
export function scheduleRemoval(
	registration: Registration,
	remove: (removal: PendingRemoval) => Promise<boolean>,
): void {
	const key = `${registrationSlot(registration)} ${registration.callback.callbackUrl}`;
	const removals = pendingRemovals();
	clearTimeout(removals.get(key)?.timer);
	const start = (attempt: number) =>
		setTimeout(() => void (removal.running = run(attempt)), REMOVAL_DELAY_MS).unref();
	const run = async (attempt: number) => {
		const mayTryAgain = await remove(removal);
		removal.running = undefined;
		if (removals.get(key) !== removal) return;
		if (mayTryAgain && attempt < MAX_TRIES) removal.timer = start(attempt + 1);
		else removals.delete(key);
	};
	const removal: PendingRemoval = { registration, timer: start(1) };
	removals.set(key, removal);
}
