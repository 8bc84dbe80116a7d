import type { OutboxOutcome } from '../Outbox';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';

/** Says how messages ended; see `Outbox.settleOutbox`. */
export function* settleOutbox(leaseId: string, outcomes: OutboxOutcome[]): SqlScript<void> {
	const rows = outcomes.map((outcome) => ({
		outbox_id: outcome.outboxId,
		state: outcome.state,
		reason: outcome.state === 'notSent' ? outcome.reason : null,
		message_id: outcome.state === 'sent' ? outcome.messageId : null,
		settled_at_ms: outcome.atMs,
	}));
	yield* query('settleOutbox', leaseId, rows);
}
