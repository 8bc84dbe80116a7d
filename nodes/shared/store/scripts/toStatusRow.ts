import type { StatusRow, StoredStatus } from './StatusRow';

/** Writes a status into its columns; undefined becomes null. */
export function toStatusRow({ messageId, status, atMs, errorCodes, price, businessAccountId }: StoredStatus): StatusRow {
	return {
		message_id: messageId,
		status,
		at_ms: atMs,
		error_codes: JSON.stringify(errorCodes),
		price: price ? JSON.stringify(price) : null,
		business_account_id: businessAccountId ?? null,
	};
}
