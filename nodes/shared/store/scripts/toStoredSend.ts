import type { SendOrigin } from '../../domain/SendOrigin';
import type { SendRow, StoredSend } from './SendRow';
import { toStoredStatus, type StoredStatus } from './StatusRow';

/** Reads a send from its columns; null becomes undefined. */
export function toStoredSend(row: SendRow): StoredSend {
	const status = toStatus(row);
	const record = {
		sendOnceKey: row.send_once_key,
		claimId: row.claim_id ?? undefined,
		phoneNumberId: row.phone_number_id,
		user: { bsuid: row.bsuid ?? undefined, waId: row.wa_id ?? undefined },
		sentAs: row.sent_as,
		claimedAtMs: row.claimed_at_ms,
		origin: row.origin === null ? undefined : (JSON.parse(row.origin) as SendOrigin),
		state: row.state,
		messageId: row.message_id ?? undefined,
		sentAtMs: row.sent_at_ms ?? undefined,
		status: status?.status,
		errorCodes: status?.errorCodes ?? [],
		price: status?.price,
	};
	return { record, status };
}

function toStatus({ message_id, status, status_at_ms, error_codes, price }: SendRow): StoredStatus | undefined {
	if (message_id === null || status === null || status_at_ms === null || error_codes === null) return undefined;
	return toStoredStatus({ message_id, status, at_ms: status_at_ms, error_codes, price, business_account_id: null });
}
