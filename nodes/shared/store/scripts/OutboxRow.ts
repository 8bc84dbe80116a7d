import type { KeptMessage, OutboxState } from '../Outbox';

/** The columns of a kept message, alike in every database. */
export interface OutboxRow {
	outbox_id: number;
	outbox_key: string;
	label: string;
	business_account_id: string;
	phone_number_id: string;
	bsuid: string | null;
	wa_id: string | null;
	round: string;
	content: string | null;
	kept_at_ms: number;
	expires_at_ms: number;
	due_at_ms: number;
	state: Exclude<OutboxState, 'givenUp'>;
	reason: string | null;
	message_id: string | null;
	settled_at_ms: number | null;
	leased_by: string | null;
	leased_until_ms: number | null;
}

/**
 * Reads a kept message from its columns; null becomes undefined.
 *
 * @param atMs - now: what has waited for too long is given up, without anybody having to write that down
 */
export function toKeptMessage(row: OutboxRow, atMs: number): KeptMessage {
	return {
		outboxId: Number(row.outbox_id),
		key: row.outbox_key,
		label: row.label,
		businessAccountId: row.business_account_id,
		phoneNumberId: row.phone_number_id,
		user: { bsuid: row.bsuid ?? undefined, waId: row.wa_id ?? undefined },
		round: row.round,
		content: row.content ?? undefined,
		keptAtMs: Number(row.kept_at_ms),
		expiresAtMs: Number(row.expires_at_ms),
		state: row.state === 'kept' && Number(row.expires_at_ms) <= atMs ? 'givenUp' : row.state,
		reason: row.reason ?? undefined,
		messageId: row.message_id ?? undefined,
		settledAtMs: row.settled_at_ms === null ? undefined : Number(row.settled_at_ms),
	};
}
