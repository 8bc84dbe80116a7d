import type { OutboxLease } from '../Outbox';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';

/** Makes a lease longer; see `Outbox.holdOutbox`. */
export function* holdOutbox({ leaseId, leaseUntilMs }: OutboxLease): SqlScript<number[]> {
	const rows = yield* query<{ outbox_id: number }>('holdOutbox', leaseId, leaseUntilMs);
	return rows.map(({ outbox_id }) => Number(outbox_id));
}
