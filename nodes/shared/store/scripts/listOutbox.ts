import type { KeptMessage, OutboxQuery } from '../Outbox';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { toKeptMessage, type OutboxRow } from './OutboxRow';

/** Gives one page of the outbox; see `Outbox.listOutbox`. */
export function* listOutbox({ businessAccountId, state, label, after, limit, atMs }: OutboxQuery): SqlScript<KeptMessage[]> {
	const rows = yield* query<OutboxRow>('listOutbox', businessAccountId, atMs, state ?? null, label ?? null, after, limit);
	return rows.map((row) => toKeptMessage(row, atMs));
}
