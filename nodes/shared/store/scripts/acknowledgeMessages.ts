import { query } from '../query';
import type { SqlScript } from '../SqlScript';

/** Marks messages as handled; see `SessionStore.acknowledgeMessages`. */
export function* acknowledgeMessages(receiver: string, messageIds: string[], atMs: number): SqlScript<void> {
	if (messageIds.length > 0) yield* query('acknowledgeMessages', receiver, atMs, [...new Set(messageIds)]);
}
