import { query } from '../query';
import type { SendRecord } from '../SendLog';
import type { SqlScript } from '../SqlScript';
import type { SendRow } from './SendRow';
import { toStoredSend } from './toStoredSend';

/** Looks sends up by their key; see `SendLog.findSendsByKey`. */
export function* findSendsByKey(sendOnceKeys: string[]): SqlScript<Array<SendRecord | undefined>> {
	if (sendOnceKeys.length === 0) return [];
	const rows = yield* query<SendRow>('findSendsByKey', [...new Set(sendOnceKeys)]);
	const byKey = new Map(rows.map((row) => [row.send_once_key, toStoredSend(row).record]));
	return sendOnceKeys.map((key) => byKey.get(key));
}
