import { isRecord } from '../../domain/isRecord';
import type { FreeFormMessage, MessageForm } from './FreeFormMessage';
import { interactiveMessage } from './interactiveMessage';
import { LONGEST, MOST } from './messageLimits';
import { readOptionalWords, readWords } from './readWords';
import { refuseRepeated } from './refuseRepeated';
import { requireCount } from './requireCount';

/**
 * Makes a message with up to three buttons to answer by.
 *
 * @param form - `buttons`, each with `title` and `id` (the title where it is empty); and what `interactiveMessage` takes
 * @throws {InvalidInputError} when there are too few or too many, or two are alike
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages (read 2026-05)
 */
export function toButtonsMessage(form: MessageForm): FreeFormMessage {
	const list: unknown[] = Array.isArray(form.buttons) ? form.buttons : [];
	requireCount('Buttons', list.length, 1, MOST.buttons);
	const replies = list.map(toReply);
	refuseRepeated('Buttons', 'titles', replies.map(({ title }) => title));
	refuseRepeated('Buttons', 'IDs', replies.map(({ id }) => id));
	const action = { buttons: replies.map((reply) => ({ type: 'reply', reply })) };
	return interactiveMessage({ type: 'button', action, headers: 'any', replies }, form);
}

function toReply(raw: unknown, index: number): { id: string; title: string } {
	const button = isRecord(raw) ? raw : {};
	const of = (words: string) => `${words} of Button ${index + 1}`;
	const title = readWords(of('Button Title'), button.title, LONGEST.buttonTitle).trim();
	const id = readOptionalWords(of('Button ID'), button.id, LONGEST.buttonId)?.trim() ?? title;
	return { id, title };
}
