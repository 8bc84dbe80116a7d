import type { MessagePrice } from '../../domain/MessageStatus';
import type { StatusRow, StoredStatus } from './StatusRow';

/** Reads a status from its columns; null becomes undefined. */
export function toStoredStatus(row: StatusRow): StoredStatus {
	return {
		messageId: row.message_id,
		status: row.status,
		atMs: row.at_ms,
		errorCodes: JSON.parse(row.error_codes) as number[],
		price: row.price === null ? undefined : (JSON.parse(row.price) as MessagePrice),
		businessAccountId: row.business_account_id ?? undefined,
	};
}
