import { sleep } from 'n8n-workflow';

import { groupOf } from '../shared/domain/groupAsUser';
import { InvalidInputError } from '../shared/domain/InvalidInputError';
import type { SendRun } from '../shared/n8n/items/openSendRun';
import { readSwitch } from '../shared/n8n/parameters/readSwitch';
import type { Destination } from '../shared/sending/Destination';

/** WhatsApp shows that somebody is writing for so long at the most. */
const LONGEST_TYPING_SECONDS = 25;
const PAUSE_MS = 250;

/**
 * Marks the message that is answered as read, and shows for a while that an answer is being written, where the builder wants it.
 *
 * The message is the one of the item, as the trigger gives it. Where there is none, or Meta refuses, nothing is shown and the
 * answer goes out all the same; it is not kept waiting by further tries. In a group WhatsApp shows neither.
 *
 * @returns whether time has passed, so that what the answer depends on has to be judged again
 * @throws {InvalidInputError} when the seconds are no number from 0 to 25
 */
export async function showReadAndTyping({ context, read, account }: SendRun, { itemIndex, phoneNumberId, recipient }: Destination): Promise<boolean> {
	const seconds = readSeconds(read('options.typingSeconds', itemIndex, 0));
	const marks = readSwitch(read, 'options.markAsRead', 'Mark as Read', itemIndex);
	const { message } = (context.getInputData()[itemIndex]?.json ?? {}) as { message?: { id?: unknown } };
	if ((!marks && seconds === 0) || groupOf(recipient) !== undefined || typeof message?.id !== 'string') return false;
	const marked = await account.cloudApi.markAsRead(phoneNumberId, message.id, { showsTyping: seconds > 0, maxTries: 1 }).then(
		() => true,
		(error: unknown) => {
			context.logger.warn('WhatsApp Send Free-form could not mark a message as read; the answer goes out all the same', { error });
			return false;
		},
	);
	if (marked && seconds > 0) await pause(seconds * 1000, context.getExecutionCancelSignal());
	return true;
}

function readSeconds(value: unknown): number {
	const seconds = Number(value ?? 0);
	if (seconds >= 0 && seconds <= LONGEST_TYPING_SECONDS) return seconds;
	throw new InvalidInputError(
		'Show Typing (Seconds)',
		`'Show Typing (Seconds)' is not a number from 0 to ${LONGEST_TYPING_SECONDS}: ${String(value).slice(0, 20)}`,
		'WhatsApp shows typing for 25 seconds at the most.',
	);
}

/** In small steps, so that an execution which is stopped does not wait for the end. */
async function pause(lengthMs: number, signal: AbortSignal | undefined): Promise<void> {
	for (let leftMs = lengthMs; leftMs > 0 && !signal?.aborted; leftMs -= PAUSE_MS) await sleep(Math.min(leftMs, PAUSE_MS));
}
