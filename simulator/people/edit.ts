import type { Engine } from '../Engine.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';
import { findOwnMessage } from './findOwnMessage.ts';
import type { ParticipantNames } from './findParticipants.ts';
import { findParticipants } from './findParticipants.ts';
import { receiveMessage } from './receiveMessage.ts';

/** New words for a message. */
export interface EditInput extends ParticipantNames {
	/** wamid of the person's own message; undefined takes the newest. */
	messageId?: string;
	/** The new words. */
	text: string;
}

const EDIT_MS = 15 * 60 * 1000;

/**
 * Lets a person change a message, up to 15 minutes after it was written. It opens no window.
 *
 * @throws {ControlError} when there is no such message, or it is too old
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/edit (read 2026-03)
 */
export function edit(engine: Engine, input: EditInput): MessageRecord {
	const participants = findParticipants(engine, input);
	const original = findOwnMessage(engine, participants, { messageId: input.messageId, withinMs: EDIT_MS });
	const message = { type: 'text', text: { body: input.text } };
	return receiveMessage(engine, participants, {
		type: 'edit',
		content: { original_message_id: original.id, message },
	});
}
