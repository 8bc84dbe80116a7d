import type { SessionKey } from '../../domain/Session';
import type { KeptMessage, OutboxLease } from '../Outbox';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { findOutboxOfPerson } from './findOutboxOfPerson';
import { toKeptMessage } from './OutboxRow';

/** Takes all that waits for a person; see `Outbox.claimOutbox`. */
export function* claimOutbox(
	businessAccountId: string,
	person: SessionKey,
	{ leaseId, atMs, leaseUntilMs }: OutboxLease,
): SqlScript<{ messages: KeptMessage[]; busyUntilMs?: number }> {
	const rows = yield* findOutboxOfPerson(businessAccountId, person, atMs);
	// A lease that ends later than in twice its length was taken by a clock that is ahead: nobody waits an hour for it.
	const furthestMs = atMs + 2 * (leaseUntilMs - atMs);
	const ends = rows.map(({ leased_by, leased_until_ms }) => (leased_by === leaseId ? 0 : Number(leased_until_ms ?? 0)));
	const busyUntilMs = Math.max(0, ...ends.filter((endMs) => endMs > atMs && endMs <= furthestMs));
	if (busyUntilMs > 0) return { messages: [], busyUntilMs };
	if (rows.length > 0) yield* query('leaseOutbox', leaseId, leaseUntilMs, rows.map(({ outbox_id }) => Number(outbox_id)));
	return { messages: rows.map((row) => toKeptMessage(row, atMs)) };
}
