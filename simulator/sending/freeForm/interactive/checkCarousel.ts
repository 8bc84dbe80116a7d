import type { JsonObject } from '../../../JsonObject.ts';
import { toJsonObject } from '../../../toJsonObject.ts';
import { checkTextValue } from '../checkTextValue.ts';
import { checkUnique } from '../checkUnique.ts';
import { freeFormRefusal } from '../freeFormRefusal.ts';
import { readList } from '../readList.ts';
import type { SentFreeForm } from '../SentFreeForm.ts';
import { checkCardButtons } from './checkCardButtons.ts';
import { checkInteractiveHeader } from './checkInteractiveHeader.ts';
import { checkProduct } from './checkProduct.ts';

const AT = 'interactive.action.cards';
/** messages/interactive-media-carousel-messages (read 2026-05-21) and interactive-product-carousel-messages (read 2026-03-10). */
const LEAST_CARDS = 2;
const MOST_CARDS = 10;
const BODY_CHARACTERS = 160;
const LINE_BREAKS = 2;

/**
 * Checks cards side by side: all with files and buttons of one kind and number, or all with products of one catalogue.
 *
 * @throws {GraphError} 131008 for what is missing, 131009 for what cannot be or differs from card to card
 */
export function checkCarousel(action: JsonObject, sent: SentFreeForm): void {
	const cards = readList(action.cards, { at: AT, least: LEAST_CARDS, most: MOST_CARDS });
	checkPlaces(cards);
	const kinds = cards.map((card, index) => checkCard(card, `${AT}[${index}]`, sent));
	const other = kinds.find((kind) => kind !== kinds[0]);
	if (other) throw freeFormRefusal.wrong(AT, `must all be alike: the first has ${kinds[0]}, another one ${other}`);
}

function checkPlaces(cards: readonly JsonObject[]): void {
	const places = cards.map(({ card_index: place }) => place);
	if (places.includes(undefined)) throw freeFormRefusal.missing(`${AT} card_index`);
	checkUnique(places, `${AT} card_index`);
	const wrong = places.find((place) => !Number.isInteger(place) || Number(place) < 0 || Number(place) >= cards.length);
	if (wrong !== undefined) throw freeFormRefusal.wrong(`${AT} card_index`, `must count from 0; received ${String(wrong)}`);
}

/** Gives what all cards must have in common. */
function checkCard(card: JsonObject, at: string, sent: SentFreeForm): string {
	if (card.type === undefined) throw freeFormRefusal.missing(`${at}.type`);
	if (card.type !== 'cta_url' && card.type !== 'product') {
		throw freeFormRefusal.wrong(`${at}.type`, 'must be one of cta_url, product');
	}
	const action = toJsonObject(card.action);
	if (!action) throw freeFormRefusal.missing(`${at}.action`);
	if (card.type === 'product') {
		const part = ['header', 'body', 'footer'].find((name) => card[name] !== undefined);
		if (part) throw freeFormRefusal.wrong(`${at}.${part}`, 'is not for cards with a product');
		checkProduct(action, `${at}.action`);
		return `products of the catalogue ${String(action.catalog_id)}`;
	}
	if (card.header === undefined) throw freeFormRefusal.missing(`${at}.header`);
	checkInteractiveHeader(card.header, ['image', 'video'], `${at}.header`, sent);
	checkBody(card.body, `${at}.body.text`);
	return checkCardButtons(action, `${at}.action`);
}

function checkBody(body: unknown, at: string): void {
	if (body === undefined) return;
	const text = toJsonObject(body)?.text;
	checkTextValue(text, { at, most: BODY_CHARACTERS, isRequired: true });
	const lineBreaks = String(text).split('\n').length - 1;
	if (lineBreaks > LINE_BREAKS) throw freeFormRefusal.wrong(at, `has ${lineBreaks} line breaks, at most ${LINE_BREAKS} are allowed`);
}
