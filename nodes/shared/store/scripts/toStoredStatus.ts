import type { StatusRow, StoredStatus } from './StatusRow';

/** Reads a status from its columns. */
export function toStoredStatus(row: StatusRow): StoredStatus {
	return {
		messageId: row.message_id,
		status: row.status,
		atMs: row.at_ms,
		errorCodes: JSON.parse(row.error_codes) as number[],
	};
}
