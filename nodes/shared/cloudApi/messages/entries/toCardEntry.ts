import { InvalidInputError } from '../../../domain/InvalidInputError';
import { isRecord } from '../../../domain/isRecord';
import { ENTRIES, refuseStrangers } from './refuseStrangers';
import { toRecord } from './toRecord';

/** What a card may have, by what it can do. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
	link: ['mediaType', 'media', 'body', 'linkLabel', 'linkUrl'],
	reply: ['mediaType', 'media', 'body', 'replyTitle', 'replyId', 'secondTitle', 'secondId', 'replies'],
	product: ['productId', 'catalogId'],
};

/**
 * Reads a card of a carousel: in the members of the form, with `replies` for several reply buttons, or in Meta's shape, which has
 * an `action`.
 *
 * @param kind - what the cards have: `link`, `reply` or `product`
 * @throws {InvalidInputError} when there are members that a card of this kind does not show
 */
export function toCardEntry(kind: string, raw: unknown, index: number): Record<string, unknown> {
	const place = `Card ${index + 1}`;
	const given = toRecord(place, raw);
	const card = isRecord(given.action) ? fromMeta(place, given, given.action, index) : given;
	refuseStrangers(place, card, MEMBERS[kind] ?? []);
	if (card.replies === undefined) return card;
	const replies: unknown[] = Array.isArray(card.replies) ? card.replies : [card.replies];
	return { ...card, replies: replies.map((reply) => toReply(place, reply)) };
}

function fromMeta(place: string, card: Record<string, unknown>, action: Record<string, unknown>, index: number): Record<string, unknown> {
	refuseStrangers(place, card, ['card_index', 'type', 'header', 'body', 'action']);
	const { card_index: at, type, header, body } = card;
	if (at !== undefined && Number(at) !== index) {
		throw new InvalidInputError(ENTRIES, `'${ENTRIES}' has the card_index ${String(at).slice(0, 20)} in ${place}.`, 'It counts from 0, in the order of the list; leave it out.');
	}
	if (type === 'product') {
		refuseStrangers(`action of ${place}`, action, ['product_retailer_id', 'catalog_id']);
		return { productId: action.product_retailer_id, catalogId: action.catalog_id };
	}
	return { ...fromHeader(place, header), ...fromBody(place, body), ...fromAction(place, action) };
}

function fromHeader(place: string, header: unknown): Record<string, unknown> {
	if (header === undefined) return {};
	const { type, ...files } = toRecord(`header of ${place}`, header);
	const kind = String(type);
	refuseStrangers(`header of ${place}`, files, kind === 'video' ? ['video'] : ['image']);
	const file = toRecord(`header of ${place}`, files[kind]);
	refuseStrangers(`header of ${place}`, file, ['link', 'id']);
	return { mediaType: kind, media: file.link ?? file.id };
}

function fromBody(place: string, body: unknown): Record<string, unknown> {
	if (body === undefined) return {};
	const record = toRecord(`body of ${place}`, body);
	refuseStrangers(`body of ${place}`, record, ['text']);
	return { body: record.text };
}

function fromAction(place: string, { name, parameters, buttons, ...others }: Record<string, unknown>): Record<string, unknown> {
	refuseStrangers(`action of ${place}`, others, ['name', 'parameters', 'buttons']);
	if (buttons !== undefined) {
		refuseStrangers(`action of ${place}`, { name, parameters }, ['buttons']);
		return { replies: buttons };
	}
	const link = toRecord(`action of ${place}`, parameters);
	refuseStrangers(`action of ${place}`, link, ['display_text', 'url']);
	return { linkLabel: link.display_text, linkUrl: link.url };
}

function toReply(place: string, raw: unknown): Record<string, unknown> {
	const { type, quick_reply: inner, ...others } = toRecord(`button of ${place}`, raw);
	if (inner === undefined) refuseStrangers(`button of ${place}`, { type, ...others }, ['id', 'title']);
	else refuseStrangers(`button of ${place}`, others, ['type', 'quick_reply']);
	const reply = inner === undefined ? others : toRecord(`button of ${place}`, inner);
	refuseStrangers(`button of ${place}`, reply, ['id', 'title']);
	return reply;
}
