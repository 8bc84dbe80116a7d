import type { Engine } from '../Engine.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';
import { findOwnMessage } from './findOwnMessage.ts';
import type { ParticipantNames } from './findParticipants.ts';
import { findParticipants } from './findParticipants.ts';
import { receiveMessage } from './receiveMessage.ts';

/** A message to delete for everybody. */
export interface RevokeInput extends ParticipantNames {
	/** wamid of the person's own message; undefined takes the newest. */
	messageId?: string;
}

const REVOKE_MS = 2 * 24 * 60 * 60 * 1000;

/**
 * Lets a person delete a message, up to two days after it was written. It opens no window and closes none.
 *
 * @throws {ControlError} when there is no such message, or it is too old
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/revoke (read 2026-03)
 */
export function revoke(engine: Engine, input: RevokeInput): MessageRecord {
	const participants = findParticipants(engine, input);
	const original = findOwnMessage(engine, participants, { messageId: input.messageId, withinMs: REVOKE_MS });
	return receiveMessage(engine, participants, { type: 'revoke', content: { original_message_id: original.id } });
}
