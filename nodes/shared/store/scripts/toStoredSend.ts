import type { SendRow, StoredSend } from './SendRow';
import { toStoredStatus } from './toStoredStatus';

/** Reads a send from its columns; null becomes undefined. */
export function toStoredSend(row: SendRow): StoredSend {
	const { message_id, status, status_at_ms, error_codes } = row;
	const record = {
		sendOnceKey: row.send_once_key,
		phoneNumberId: row.phone_number_id,
		user: { bsuid: row.bsuid ?? undefined, waId: row.wa_id ?? undefined },
		sentAs: row.sent_as,
		claimedAtMs: row.claimed_at_ms,
		state: row.state,
		messageId: message_id ?? undefined,
		sentAtMs: row.sent_at_ms ?? undefined,
		status: status ?? undefined,
	};
	if (message_id === null || status === null || status_at_ms === null || error_codes === null) return { record };
	return { record, status: toStoredStatus({ message_id, status, at_ms: status_at_ms, error_codes }) };
}
