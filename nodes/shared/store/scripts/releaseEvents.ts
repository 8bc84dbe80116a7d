import { query } from '../query';
import type { SqlScript } from '../SqlScript';

/** Ends the lease of a delivery; see `SessionStore.releaseEvents`. Leases of other deliveries stay. */
export function* releaseEvents(receiver: string, deliveryId: string, eventIds: string[]): SqlScript<void> {
	if (eventIds.length > 0) yield* query('releaseEvents', receiver, deliveryId, eventIds);
}
