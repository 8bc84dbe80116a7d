import type { IDataObject } from 'n8n-workflow';

import type { MessageEvent } from '../../shared/webhook/parsing/WebhookEvent';

/**
 * Gives the field `answer` of the item that waited: the item of the message or messages, with what a builder looks for first in front.
 *
 * `text` is the readable text of any type, also of a tap. `choice` is the button or row that was tapped, by the ID that the question gave it;
 * null for anything else.
 *
 * @param events - the messages, the newest last
 * @param item - their item, as the trigger gives it
 */
export function toAnswerJson(events: Array<Pick<MessageEvent, 'text' | 'raw'>>, item: IDataObject): IDataObject {
	const choices = events.map(({ raw }) => toChoice(raw));
	return { text: events.at(-1)?.text ?? null, choice: choices.findLast((choice) => choice !== null) ?? null, ...item };
}

interface Tap {
	id?: string;
	title?: string;
	payload?: string;
	text?: string;
}

/** A quick reply of a template has a payload and a text where a button has an ID and a title. */
function toChoice(raw: Record<string, unknown>): IDataObject | null {
	const interactive = raw.interactive as { button_reply?: Tap; list_reply?: Tap } | undefined;
	const tap = interactive?.button_reply ?? interactive?.list_reply ?? (raw.button as Tap | undefined);
	if (!tap) return null;
	return { id: tap.id ?? tap.payload ?? null, title: tap.title ?? tap.text ?? null };
}
