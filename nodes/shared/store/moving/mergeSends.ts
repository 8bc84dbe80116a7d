import type { MessageStatus } from '../../domain/MessageStatus';
import { query } from '../query';
import { recordStatuses } from '../scripts/recordStatuses';
import type { SendRow } from '../scripts/SendRow';
import { toStoredSend } from '../scripts/toStoredSend';
import type { SqlRow, SqlScript } from '../SqlScript';

/** How a key reads once its message has failed, and the key is free again; see `retireFailedSends`. */
const RETIRED = ' failed as ';

/**
 * Adds sends. A message is on record once, whatever its key has become meanwhile, and a key that has gone out in both stores keeps both
 * messages: here the one that is here, and the other one under a name of its own.
 */
export function* mergeSends(rows: SqlRow[]): SqlScript<void> {
	const sends = rows as unknown as SendRow[];
	const messageIds = sends.flatMap(({ message_id }) => (message_id === null ? [] : [message_id]));
	if (messageIds.length > 0) yield* query('lockMessages', messageIds);
	const ofMessages = yield* query<SendRow>('findSendsByMessageId', messageIds);
	const keyOf = new Map(ofMessages.map(({ message_id, send_once_key }) => [message_id, send_once_key]));

	const retired = sends.filter((send) => keyOf.has(send.message_id) && isRetired(send) && keyOf.get(send.message_id) !== send.send_once_key);
	if (retired.length > 0) yield* query('renameSends', retired);

	const unknown = sends.filter(({ message_id }) => message_id === null || !keyOf.has(message_id));
	const taken = yield* findTaken(unknown);
	const named = unknown.map((send) => (taken.has(send.send_once_key) && send.message_id !== null ? withOwnName(send) : send));
	if (named.length > 0) yield* query('mergeSends', named);
	// What both know of a message moves forward as with any status; what follows from one was recorded where it came from.
	yield* recordStatuses(sends.flatMap(toStatus));
}

/** Keys under which another message has gone out here. */
function* findTaken(sends: SendRow[]): SqlScript<Set<string>> {
	const known = yield* query<SendRow>('findSendsByKey', sends.map(({ send_once_key }) => send_once_key));
	return new Set(known.filter(({ state }) => state === 'sent').map(({ send_once_key }) => send_once_key));
}

function withOwnName(send: SendRow): SendRow {
	return { ...send, send_once_key: `${send.send_once_key} moved as ${send.message_id}` };
}

function isRetired({ send_once_key, message_id }: SendRow): boolean {
	return send_once_key.endsWith(`${RETIRED}${message_id}`);
}

function toStatus(row: SendRow): MessageStatus[] {
	const { status } = toStoredSend(row);
	return status ? [{ ...status, phoneNumberId: row.phone_number_id, user: {} }] : [];
}
