import type { KeptMessage } from '../Outbox';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { toKeptMessage, type OutboxRow } from './OutboxRow';

/** Takes messages back that still wait; see `Outbox.cancelOutbox`. */
export function* cancelOutbox(outboxIds: number[], atMs: number): SqlScript<KeptMessage[]> {
	const rows = yield* query<OutboxRow>('cancelOutbox', outboxIds, atMs);
	return rows.map((row) => toKeptMessage(row, atMs)).sort((one, other) => one.outboxId - other.outboxId);
}
