import type { MessageStatus } from '../../domain/MessageStatus';

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
