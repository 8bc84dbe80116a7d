import { InvalidInputError } from '../../domain/InvalidInputError';
import { isRecord } from '../client/isRecord';
import { readMedia } from '../media/readMedia';
import type { FreeFormMessage, MessageForm } from './FreeFormMessage';
import { interactiveMessage } from './interactiveMessage';
import { LEAST_CARDS, LONGEST, MOST } from './messageLimits';
import { readLink } from './readLink';
import { readOptionalWords, readWords } from './readWords';
import { requireCount } from './requireCount';

/** What the cards of a carousel can do, all of them the same. */
type CardKind = 'link' | 'reply' | 'product';

/**
 * Makes a message with cards to swipe through.
 *
 * @param form - `cardKind` (`link`, `reply` or `product`), `catalogId` for products, and `cards`, each with `mediaType`, `media`,
 * `body`, and `linkLabel` with `linkUrl`, or `replyTitle` with `replyId`, or `productId`
 * @throws {InvalidInputError} when there are fewer than two or more than ten, or one lacks what the others have
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-media-carousel-messages (read 2026-05)
 */
export function toCarouselMessage(form: MessageForm): FreeFormMessage {
	const list: unknown[] = Array.isArray(form.cards) ? form.cards : [];
	requireCount('Cards', list.length, LEAST_CARDS, MOST.cards);
	const kind: CardKind = form.cardKind === 'reply' || form.cardKind === 'product' ? form.cardKind : 'link';
	const made = list.map((raw, index) => toCard(kind, isRecord(raw) ? raw : {}, index, form.catalogId));
	const replies = made.flatMap(({ reply }) => reply ?? []);
	const action = { cards: made.map(({ card }) => card) };
	return interactiveMessage({ type: 'carousel', action, hasFooter: false, replies, others: ['the cards'] }, form);
}

interface Card {
	card: Record<string, unknown>;
	reply?: { id: string; title: string };
}

function toCard(kind: CardKind, card: Record<string, unknown>, index: number, catalogId: unknown): Card {
	const of = (words: string) => `${words} of Card ${index + 1}`;
	if (kind === 'product') {
		const action = {
			product_retailer_id: readWords(of('Product ID'), card.productId, LONGEST.caption).trim(),
			catalog_id: readWords('Catalog ID', catalogId, LONGEST.caption).trim(),
		};
		return { card: { card_index: index, type: 'product', action } };
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
		return { card: { ...shown, action: { name: 'cta_url', parameters } } };
	}
	const title = readWords(of('Button Title'), card.replyTitle, LONGEST.buttonTitle).trim();
	const id = readOptionalWords(of('Button ID'), card.replyId, LONGEST.cardButtonId)?.trim() ?? title;
	const action = { buttons: [{ type: 'quick_reply', quick_reply: { id, title } }] };
	return { card: { ...shown, action }, reply: { id, title } };
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
