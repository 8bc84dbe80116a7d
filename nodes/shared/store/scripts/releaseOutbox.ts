import { query } from '../query';
import type { SqlScript } from '../SqlScript';

/** Gives back what is left under a lease; see `Outbox.releaseOutbox`. */
export function* releaseOutbox(leaseId: string, dueAtMs: number): SqlScript<void> {
	yield* query('releaseOutbox', leaseId, dueAtMs);
}
