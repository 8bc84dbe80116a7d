import type { Registration } from './Registration';

/** A registration that is taken back at Meta when its time has come. */
export interface PendingRemoval {
	registration: Registration;
	timer: NodeJS.Timeout;
	/**
	 * How the trigger was published again meanwhile: at another level or number of the same app, or for another app.
	 * Undefined while it was not.
	 */
	successor?: 'sameApp' | 'otherApp';
	/** Settles when the removal is through; undefined while it waits. Never rejects. */
	running?: Promise<void>;
}

const REMOVALS = Symbol.for('n8n-nodes-whatsapp-session/registration-removals');

/**
 * The removals of this process that wait or are under way, by level and address; the same also after n8n has loaded the
 * package anew.
 */
export function pendingRemovals(): Map<string, PendingRemoval> {
	const shared = globalThis as { [REMOVALS]?: Map<string, PendingRemoval> };
	return (shared[REMOVALS] ??= new Map());
}
