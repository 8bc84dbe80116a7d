import { InvalidInputError } from '../../domain/InvalidInputError';
import { readJson } from '../../domain/readJson';
import { isRecord } from '../../domain/isRecord';
import type { FreeFormMessage, MessageForm } from './FreeFormMessage';

/** What the node adds itself, and what would make the message another one. */
const NOT_TAKEN = [
	'to',
	'recipient',
	'recipient_type',
	'messaging_product',
	'biz_opaque_callback_data',
	'template',
	// These mark a message as read instead of sending one.
	'status',
	'message_id',
	'typing_indicator',
];

/**
 * Takes a message as the builder wrote it, in the shape of Meta's send call: the way for what Meta invents next.
 *
 * @param form - `json`, an object or a text that is one
 * @throws {InvalidInputError} when it is no object with a `type` and the type's own object, is a template message, or says whom
 * it is for
 */
export function toJsonMessage(form: MessageForm): FreeFormMessage {
	const message = typeof form.json === 'string' ? readJson(form.json)?.value : form.json;
	if (!isRecord(message) || typeof message.type !== 'string' || !Object.hasOwn(message, message.type)) {
		throw refusal('is not an object with a type and the object of that type.', 'For example {"type": "text", "text": {"body": "Hello"}}.');
	}
	const surplus = NOT_TAKEN.filter((name) => message[name] !== undefined);
	if (surplus.length > 0) {
		throw refusal(`holds ${surplus.join(', ')}, which the node sets itself.`, 'Take it out; templates go out by WhatsApp Send Template.');
	}
	return { payload: { ...message, type: message.type }, carried: { replies: [], others: ['the message'] } };
}

function refusal(words: string, advice: string): InvalidInputError {
	return new InvalidInputError('Message (JSON)', `'Message (JSON)' ${words}`, advice);
}
