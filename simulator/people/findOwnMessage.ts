import { ControlError } from '../control/ControlError.ts';
import type { Engine } from '../Engine.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';
import type { Participants } from './findParticipants.ts';

/** Which of a person's messages, and how old it may be. */
export interface OwnMessage {
	/** wamid; undefined takes the newest. */
	messageId: string | undefined;
	/** Milliseconds. */
	withinMs: number;
}

/** Kinds of records that a person cannot change afterwards. */
const FIXED = new Set(['call', 'system', 'edit', 'revoke', 'reaction']);

/**
 * Finds a message that a person wrote and may still change.
 *
 * @throws {ControlError} when there is none, or it is older than `withinMs`
 */
export function findOwnMessage(engine: Engine, { person, number }: Participants, wanted: OwnMessage): MessageRecord {
	const { messageId, withinMs } = wanted;
	const message = engine.world
		.listMessages()
		.findLast(
			(candidate) =>
				candidate.direction === 'inbound' &&
				candidate.waId === person.waId &&
				candidate.phoneNumberId === number.id &&
				!FIXED.has(candidate.type) &&
				(messageId === undefined || candidate.id === messageId),
		);
	if (!message) throw new ControlError(`${person.name} wrote no message${messageId ? ` "${messageId}"` : ''}.`);
	if (engine.clock.nowMs() - message.atMs > withinMs) {
		throw new ControlError(`The message is older than ${withinMs / 60_000} minutes: it stays as it is.`);
	}
	return message;
}
