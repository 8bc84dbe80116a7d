import type { StatusRow, StoredStatus } from './StatusRow';

/** Writes a status into its columns. */
export function toStatusRow({ messageId, status, atMs, errorCodes }: StoredStatus): StatusRow {
	return { message_id: messageId, status, at_ms: atMs, error_codes: JSON.stringify(errorCodes) };
}
