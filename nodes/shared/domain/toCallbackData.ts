import type { SendOrigin } from './SendOrigin';

/** What a message carries along, to be given back in every notice about it. Everything is undefined where it is not known. */
export interface CallbackData extends SendOrigin {
	/** Key under which the message is sent once. */
	sendOnceKey?: string;
	/** What kind of message it is. */
	sentAs?: 'freeForm' | 'template';
}

/** Tells our callback data from that of other apps. The number is the version of its form. */
export const CALLBACK_MARK = { name: 'whatsAppSession', version: 1 } as const;

/** Meta's limit; counted in UTF-8 bytes, because Meta does not say in what it counts. */
const LONGEST_CALLBACK_DATA = 512;

/** What is given up first when it is too long, and what next. */
const DROPPING_ORDER = ['nodeName', 'sendOnceKey', 'templateLanguage', 'templateName', 'executionId', 'workflowId'] as const;

/**
 * Writes where a message was sent from into the text that Meta gives back with every status (`biz_opaque_callback_data`).
 *
 * Compact JSON of at most 512 bytes. What is too long is shortened by whole values: the name of the node goes first, then
 * the send-once key. A send-once key that names a person by phone number is left out: no number of a person is in it, and no
 * text of a message.
 *
 * @param origin - where the message is sent from
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status (read 2026-09-11)
 */
export function toCallbackData(origin: CallbackData): string {
	const { workflowId, executionId, nodeName, templateName, templateLanguage, sendOnceKey, sentAs } = origin;
	const data: CallbackData = { workflowId, executionId, nodeName, templateName, templateLanguage, sendOnceKey, sentAs };
	if (/^own:\d+:/.test(sendOnceKey ?? '')) data.sendOnceKey = undefined;
	let text = toText(data);
	for (const name of DROPPING_ORDER) {
		if (Buffer.byteLength(text) <= LONGEST_CALLBACK_DATA) break;
		data[name] = undefined;
		text = toText(data);
	}
	return text;
}

function toText(data: CallbackData): string {
	return JSON.stringify({ [CALLBACK_MARK.name]: CALLBACK_MARK.version, ...data });
}
