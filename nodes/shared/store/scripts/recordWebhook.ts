import { query } from '../query';
import type { WebhookRecord } from '../SessionStore';
import type { SqlScript } from '../SqlScript';
import { recordEvidence } from './recordEvidence';
import { recordStatuses } from './recordStatuses';

/** Records a webhook; see `SessionStore.recordWebhook`. */
export function* recordWebhook(record: WebhookRecord): SqlScript<string[]> {
	const refusals = yield* recordStatuses(record.statuses);
	yield* recordEvidence([...record.evidence, ...refusals]);
	const messageIds = [...new Set(record.messageIds)];
	if (messageIds.length === 0) return [];
	const rows = yield* query<{ message_id: string; acknowledged_at_ms: number | null }>(
		'receiveMessages',
		record.receiver,
		record.receivedAtMs,
		messageIds,
	);
	const open = new Set(rows.filter((row) => row.acknowledged_at_ms === null).map((row) => row.message_id));
	return messageIds.filter((messageId) => open.has(messageId));
}
