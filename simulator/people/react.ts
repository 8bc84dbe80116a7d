import { ControlError } from '../control/ControlError.ts';
import type { Engine } from '../Engine.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';
import type { ParticipantNames } from './findParticipants.ts';
import { findParticipants } from './findParticipants.ts';
import { receiveMessage } from './receiveMessage.ts';

/** A reaction to a message. */
export interface ReactInput extends ParticipantNames {
	/** wamid of the message. */
	messageId: string;
	/** Empty removes the reaction; a thumb when undefined. */
	emoji?: string;
}

/**
 * Lets a person react to a message.
 *
 * @throws {ControlError} when there is no such message
 */
export function react(engine: Engine, input: ReactInput): MessageRecord {
	const participants = findParticipants(engine, input);
	if (!engine.world.findMessage(input.messageId)) throw new ControlError(`There is no message "${input.messageId}".`);
	const content = { message_id: input.messageId, emoji: input.emoji ?? '👍' };
	return receiveMessage(engine, participants, { type: 'reaction', content });
}
