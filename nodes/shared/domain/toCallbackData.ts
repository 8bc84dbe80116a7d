import type { SendOrigin } from './SendOrigin';
import type { SentAs } from './SentAs';

/** What a message carries along, to be given back in every notice about it. Everything is undefined where it is not known. */
export interface CallbackData extends SendOrigin {
	/** Names the try of the send, so that a status proves what became of it. */
	claimId?: string;
	/** Key under which the message is sent once, unless it names a person. */
	sendOnceKey?: string;
	/** What kind of message it is. */
	sentAs?: SentAs;
}

/** Tells our callback data from that of other apps. The number is the version of its form. */
export const CALLBACK_MARK = { name: 'whatsAppSession', version: 1 } as const;

/** Meta's limit; counted in UTF-8 bytes, because Meta does not say in what it counts. */
const LONGEST_CALLBACK_DATA = 512;

/** What is given up first when it is too long, and what next. The rest is needed to know the pack's own messages again. */
const DROPPING_ORDER = ['sendOnceKey', 'templateLanguage', 'templateName', 'executionId'] as const;
/** What stands behind a name that was cut off. */
export const CUT_MARK = '…';

/**
 * Writes where a message was sent from into the text that Meta gives back with every status (`biz_opaque_callback_data`).
 *
 * Compact JSON of at most 512 bytes. What is too long is shortened by whole values, the send-once key first, and at last the name
 * of the node is cut off. A send-once key of the builder's own is left out: no number of a person is in it, and no text of a message.
 *
 * @param origin - where the message is sent from
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status (read 2026-09-11)
 */
export function toCallbackData(origin: CallbackData): string {
	const { claimId, workflowId, executionId, nodeName, templateName, templateLanguage, sendOnceKey, sentAs } = origin;
	const data: CallbackData = { claimId, workflowId, executionId, nodeName, templateName, templateLanguage, sendOnceKey, sentAs };
	if (sendOnceKey?.startsWith('own:')) data.sendOnceKey = undefined;
	let text = toText(data);
	for (const name of DROPPING_ORDER) {
		if (Buffer.byteLength(text) <= LONGEST_CALLBACK_DATA) break;
		data[name] = undefined;
		text = toText(data);
	}
	for (const letters = [...(nodeName ?? '')]; Buffer.byteLength(text) > LONGEST_CALLBACK_DATA && letters.length > 0; ) {
		letters.splice(Math.floor(letters.length * 0.9));
		data.nodeName = `${letters.join('')}${CUT_MARK}`;
		text = toText(data);
	}
	return Buffer.byteLength(text) <= LONGEST_CALLBACK_DATA ? text : toText({ sentAs });
}

function toText(data: CallbackData): string {
	return JSON.stringify({ [CALLBACK_MARK.name]: CALLBACK_MARK.version, ...data });
}
