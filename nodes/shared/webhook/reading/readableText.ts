import { asRecord } from './asRecord';
import { asText } from './asText';
import { readAnswers } from './readAnswers';
import { readContactCard } from './readContactCard';

/** Takes what a message holds under its type. */
type TextReader = (content: unknown) => string | undefined;

const INTERACTIVE_READERS = new Map<string, TextReader>([
	['button_reply', firstOf('title')],
	['list_reply', firstOf('title')],
	['nfm_reply', readFlowAnswer],
	['call_permission_reply', firstOf('response')],
	['payment_method', firstOf('payment_method')],
]);

/** What a tap of a kind that nobody knows yet most likely says. */
const ANY_TAP = firstOf('title', 'text', 'body');

const READERS = new Map<string, TextReader>([
	['text', firstOf('body')],
	['image', firstOf('caption')],
	['video', firstOf('caption')],
	['audio', firstOf('caption')],
	['sticker', firstOf('caption')],
	['document', firstOf('caption', 'filename')],
	['location', readPlace],
	['contacts', readContactNames],
	['button', firstOf('text', 'payload')],
	['interactive', (interactive) => readTyped(asRecord(interactive), INTERACTIVE_READERS, ANY_TAP)],
	['order', readOrder],
	['reaction', firstOf('emoji')],
	['system', firstOf('body')],
]);

/**
 * Gives the text a person would read of a message, whatever its type.
 *
 * Body, caption, title of the tapped button or list row, names of contacts, name and address of a place, note of an order,
 * emoji of a reaction, answer to a request for calls, way of payment, file name of a document without caption; of an `edit` the
 * new text. Of a Flow its answers (`size: 42`), else its own sentence; of an address the sentence that Meta makes of it; of an order
 * without note how many products it lists (`2 products`); of a place without name and address its coordinates; of a contact
 * without name, as the answer to a request for contact information is one, what its vCard says and its number.
 *
 * @param message - Meta's message object
 * @returns undefined when there is nothing to read, and for types that are not known
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages (read 2026-03)
 */
export function readableText(message: Record<string, unknown>): string | undefined {
	const edited = message.type === 'edit' ? asRecord(asRecord(message.edit)?.message) : undefined;
	return readTyped(edited ?? message, READERS);
}

function readTyped(
	item: Record<string, unknown> | undefined,
	readers: Map<string, TextReader>,
	others?: TextReader,
): string | undefined {
	const type = asText(item?.type) ?? '';
	return (readers.get(type) ?? others)?.(item?.[type]);
}

function firstOf(...keys: string[]): TextReader {
	return (content) => {
		const texts = asRecord(content);
		return keys.map((key) => asText(texts?.[key])).find((text) => text !== undefined);
	};
}

function readFlowAnswer(reply: unknown): string | undefined {
	const answers = readAnswers(asRecord(reply)?.response_json);
	// Meta fills the body of a Flow's answer with a word of its own, such as "Sent"; that of an address is the address.
	const isAddress = asRecord(reply)?.name === 'address_message';
	return (isAddress ? firstOf('body')(reply) : undefined) ?? answers ?? firstOf('body', 'name')(reply);
}

function readOrder(order: unknown): string | undefined {
	const items = asRecord(order)?.product_items;
	const count = Array.isArray(items) ? items.length : 0;
	return firstOf('text')(order) ?? (count > 0 ? `${count} ${count === 1 ? 'product' : 'products'}` : undefined);
}

function readPlace(place: unknown): string | undefined {
	const { name, address, latitude, longitude } = asRecord(place) ?? {};
	return join([asText(name), asText(address)]) ?? readCoordinates(latitude, longitude);
}

/** Meta writes coordinates as numbers here, and as text elsewhere. */
function readCoordinates(...coordinates: unknown[]): string | undefined {
	const numbers = coordinates.map((coordinate) => (typeof coordinate === 'number' ? String(coordinate) : asText(coordinate)));
	return numbers.includes(undefined) ? undefined : join(numbers);
}

function readContactNames(contacts: unknown): string | undefined {
	return join((Array.isArray(contacts) ? contacts : []).map(readContactName));
}

function readContactName(contact: unknown): string | undefined {
	const name = asRecord(asRecord(contact)?.name);
	const fullName = asText([asText(name?.first_name), asText(name?.last_name)].filter(Boolean).join(' '));
	const card = readContactCard(contact);
	return asText(name?.formatted_name) ?? fullName ?? join([card.name, card.phoneNumber]);
}

function join(parts: Array<string | undefined>): string | undefined {
	return asText(parts.filter(Boolean).join(', '));
}
