import type { Engine } from '../Engine.ts';
import { toJsonObject } from '../toJsonObject.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';
import type { Participants } from './findParticipants.ts';

/**
 * Finds the newest message with which the business asked for something; undefined when it never did.
 *
 * @param actionName - Meta's `interactive.action.name`
 */
export function findRequest(
	{ world }: Engine,
	{ person, number }: Participants,
	actionName: string,
): MessageRecord | undefined {
	return world
		.listMessages()
		.findLast(
			({ direction, status, waId, phoneNumberId, content }) =>
				direction === 'outbound' &&
				status !== 'refused' &&
				status !== 'failed' &&
				waId === person.waId &&
				phoneNumberId === number.id &&
				toJsonObject(content.action)?.name === actionName,
		);
}
