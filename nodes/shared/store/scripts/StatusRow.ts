import type { MessagePrice, MessageStatus } from '../../domain/MessageStatus';

/** The columns of a message status, alike in every database. */
export interface StatusRow {
	message_id: string;
	status: string;
	at_ms: number;
	/** JSON array of numbers. */
	error_codes: string;
	/** JSON of a `MessagePrice`; null when none is known. */
	price: string | null;
	/** Kept only of a marketing stop whose send is not on record. */
	business_account_id: string | null;
}

/** What is on record of a message's fate. */
export type StoredStatus = Pick<
	MessageStatus,
	'messageId' | 'status' | 'atMs' | 'errorCodes' | 'price' | 'businessAccountId'
>;

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
