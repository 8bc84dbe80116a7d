import { query } from '../query';
import type { SendRecord } from '../SendLog';
import type { SqlScript } from '../SqlScript';
import type { SendRow } from './SendRow';
import { toStoredSend } from './toStoredSend';

/** Looks sends up by wamid; see `SendLog.findSends`. */
export function* findSends(messageIds: string[]): SqlScript<Array<SendRecord | undefined>> {
	if (messageIds.length === 0) return [];
	const rows = yield* query<SendRow>('findSendsByMessageId', [...new Set(messageIds)]);
	const byMessageId = new Map(rows.map((row) => [row.message_id, toStoredSend(row).record]));
	return messageIds.map((messageId) => byMessageId.get(messageId));
}
