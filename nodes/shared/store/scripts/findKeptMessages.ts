import type { KeptMessage } from '../Outbox';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { toKeptMessage, type OutboxRow } from './OutboxRow';

/** Gives what is on record of some keys; see `Outbox.findKeptMessages`. */
export function* findKeptMessages(keys: string[], atMs: number): SqlScript<KeptMessage[]> {
	const rows = yield* query<OutboxRow>('findOutboxByKey', keys);
	return rows.map((row) => toKeptMessage(row, atMs));
}
