import { isMediaFailure } from '../../domain/isMediaFailure';
import type { MessageStatus } from '../../domain/MessageStatus';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import type { StoredSend } from './SendRow';

/** Forgets the media IDs of messages that failed for their file, so that the next message uploads it anew; see `isMediaFailure`. */
export function* forgetFailedMedia(statuses: MessageStatus[], sends: StoredSend[]): SqlScript<void> {
	const failed = new Set(statuses.filter(isMediaFailure).map(({ messageId }) => messageId));
	const carried = sends
		.filter(({ record }) => record.messageId !== undefined && failed.has(record.messageId))
		.flatMap(({ record }) => (record.origin?.mediaIds ?? []).map((media_id) => ({ phone_number_id: record.phoneNumberId, media_id })));
	if (carried.length > 0) yield* query('forgetMediaIds', carried);
}
