import type { KeptMessage, NewKeptMessage } from '../Outbox';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { findOutboxOfPerson } from './findOutboxOfPerson';
import { toKeptMessage, type OutboxRow } from './OutboxRow';
import { toKeyRow } from './toKeyRow';

/** Keeps a message, in the round of what waits for the person already; see `Outbox.keepMessage`. */
export function* keepMessage(message: NewKeptMessage): SqlScript<KeptMessage> {
	const { key, label, businessAccountId, content, keptAtMs, expiresAtMs } = message;
	const waiting = yield* findOutboxOfPerson(businessAccountId, message, keptAtMs);
	// Whatever the clocks of two processes say: what is kept later goes out later.
	const keptLaterAtMs = Math.max(keptAtMs, Number(waiting.at(-1)?.kept_at_ms ?? 0) + 1);
	const [phone_number_id, bsuid, wa_id] = toKeyRow(message);
	const row = {
		outbox_key: key,
		label,
		business_account_id: businessAccountId,
		phone_number_id,
		bsuid,
		wa_id,
		round: waiting[0]?.round ?? key,
		content,
		kept_at_ms: keptLaterAtMs,
		expires_at_ms: expiresAtMs,
		due_at_ms: keptAtMs,
	};
	yield* query('keepMessages', [row]);
	const [kept] = (yield* query<OutboxRow>('findOutboxByKey', [key])) as [OutboxRow];
	return toKeptMessage(kept, keptAtMs);
}
