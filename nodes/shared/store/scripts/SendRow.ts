import type { ChargeKind } from '../../domain/usage/Charges';
import type { SendRecord, SendState } from '../SendLog';
import type { StoredStatus } from './StatusRow';

/** The columns of a send, alike in every database. */
export interface SendRow {
	send_once_key: string;
	/** Of a key of the builder's own; null for all others. */
	send_group: string | null;
	/** The names that such a key or a template counts for; null for all others. */
	person_bsuid: string | null;
	person_wa_id: string | null;
	/** Null of sends from before there were such names. */
	claim_id: string | null;
	phone_number_id: string;
	bsuid: string | null;
	wa_id: string | null;
	sent_as: SendRecord['sentAs'];
	state: SendState;
	claimed_at_ms: number;
	/** JSON of a `SendOrigin`; null when none was given. */
	origin: string | null;
	message_id: string | null;
	sent_at_ms: number | null;
	status: string | null;
	status_at_ms: number | null;
	/** JSON array of numbers; null while there is no status. */
	error_codes: string | null;
	/** JSON of a `MessagePrice`; null while none is known. */
	price: string | null;
	/** WABA of a template; null for all others, and for templates from before it was kept. */
	business_account_id: string | null;
	/** Null where `business_account_id` is, and where nobody knew it. */
	template_category: string | null;
	/** Null of what is never charged, and of sends from before it was kept. */
	counts_as: ChargeKind | null;
}

/** A send with all that is known of its status. */
export interface StoredSend {
	record: SendRecord;
	status?: StoredStatus;
}
