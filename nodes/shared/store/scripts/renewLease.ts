import { query } from '../query';
import type { SqlScript } from '../SqlScript';

/** Prolongs the lease of a delivery; see `SessionStore.renewLease`. Leases of other deliveries stay. */
export function* renewLease(
	receiver: string,
	deliveryId: string,
	eventIds: string[],
	leaseUntilMs: number,
): SqlScript<void> {
	if (eventIds.length > 0) yield* query('renewLease', receiver, deliveryId, leaseUntilMs, eventIds);
}
