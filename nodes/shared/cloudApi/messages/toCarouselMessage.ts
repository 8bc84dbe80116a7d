import { InvalidInputError } from '../../domain/InvalidInputError';
import { isRecord } from '../../domain/isRecord';
import { readMedia } from '../media/readMedia';
import type { FreeFormMessage, MessageForm } from './FreeFormMessage';
import { interactiveMessage } from './interactiveMessage';
import { LEAST_CARDS, LONGEST, MOST } from './messageLimits';
import { readLink } from './readLink';
import { readOptionalWords, readWords } from './readWords';
import { refuseRepeated } from './refuseRepeated';
import { requireCount } from './requireCount';

/** What the cards of a carousel can do, all of them the same. */
type CardKind = 'link' | 'reply' | 'product';

/**
 * Makes a message with cards to swipe through.
 *
 * @param form - `cardKind` (`link`, `reply` or `product`), `catalogId` for products, and `cards`, each with `mediaType`, `media`,
 * `body`, and `linkLabel` with `linkUrl`, or `replyTitle` with `replyId`, `secondTitle` and `secondId` (or several `replies`, each with `title`
 * and `id`), or `productId`
 * @throws {InvalidInputError} when there are fewer than two or more than ten, or one lacks what the others have
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-media-carousel-messages (read 2026-05)
 */
export function toCarouselMessage(form: MessageForm): FreeFormMessage {
	const list: unknown[] = Array.isArray(form.cards) ? form.cards : [];
	requireCount('Cards', list.length, LEAST_CARDS, MOST.cards);
	const kind: CardKind = form.cardKind === 'reply' || form.cardKind === 'product' ? form.cardKind : 'link';
	const made = list.map((raw, index) => toCard(kind, isRecord(raw) ? raw : {}, index, form.catalogId));
	if (new Set(made.map(({ replies }) => replies.length)).size > 1) {
		throw new InvalidInputError('Cards', "'Cards' have different numbers of reply buttons.", 'Give every card as many as the others.');
	}
	const replies = made.flatMap((card) => card.replies);
	const action = { cards: made.map(({ card }) => card) };
	return interactiveMessage({ type: 'carousel', action, hasFooter: false, replies, others: ['the cards'] }, form);
}

interface Card {
	card: Record<string, unknown>;
	/** The buttons to answer by; none on cards of another kind. */
	replies: Array<{ id: string; title: string }>;
}

function toCard(kind: CardKind, card: Record<string, unknown>, index: number, catalogId: unknown): Card {
	const of = (words: string) => `${words} of Card ${index + 1}`;
	if (kind === 'product') {
		const action = {
			product_retailer_id: readWords(of('Product ID'), card.productId, LONGEST.caption).trim(),
			catalog_id: readWords('Catalog ID', card.catalogId ?? catalogId, LONGEST.caption).trim(),
		};
		return { card: { card_index: index, type: 'product', action }, replies: [] };
	}
	const mediaType = card.mediaType === 'video' ? 'video' : 'image';
	const text = readBody(of('Body'), card.body);
	const shown = {
		card_index: index,
		type: 'cta_url',
		header: { type: mediaType, [mediaType]: readMedia(of('File'), mediaType, card.media) },
		...(text !== undefined && { body: { text } }),
	};
	if (kind === 'link') {
		const parameters = {
			display_text: readWords(of('Button Label'), card.linkLabel, LONGEST.linkLabel).trim(),
			url: readLink(of('Button URL'), card.linkUrl),
		};
		return { card: { ...shown, action: { name: 'cta_url', parameters } }, replies: [] };
	}
	const replies = toReplies(of, card);
	refuseRepeated(of('Buttons'), 'IDs', replies.map(({ id }) => id));
	const action = { buttons: replies.map((reply) => ({ type: 'quick_reply', quick_reply: reply })) };
	return { card: { ...shown, action }, replies };
}

/** Those of the list, or the one or two of the form. */
function toReplies(of: (words: string) => string, card: Record<string, unknown>): Card['replies'] {
	if (Array.isArray(card.replies) && card.replies.length > 0) return card.replies.filter(isRecord).map((reply) => toReply(of, reply));
	const inSecond = (words: string) => of(`Second ${words}`);
	const first = toReply(of, { title: card.replyTitle, id: card.replyId });
	const hasSecond = [card.secondTitle, card.secondId].some((value) => String(value ?? '').trim() !== '');
	return hasSecond ? [first, toReply(inSecond, { title: card.secondTitle, id: card.secondId })] : [first];
}

function toReply(of: (words: string) => string, reply: Record<string, unknown>): { id: string; title: string } {
	const title = readWords(of('Button Title'), reply.title, LONGEST.buttonTitle).trim();
	const id = readOptionalWords(of('Button ID'), reply.id, LONGEST.cardButtonId)?.trim() ?? title;
	return { id, title };
}

function readBody(parameter: string, value: unknown): string | undefined {
	const text = readOptionalWords(parameter, value, LONGEST.cardBody);
	const breaks = text?.split('\n').length ?? 1;
	if (breaks - 1 <= MOST.cardLineBreaks) return text;
	throw new InvalidInputError(
		parameter,
		`'${parameter}' has ${breaks - 1} line breaks; WhatsApp allows ${MOST.cardLineBreaks}.`,
		'Write it in fewer lines.',
	);
}
