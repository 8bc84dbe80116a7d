import type { MessageTemplate } from '../MessageTemplate';
import { BUTTON_NAMES, CARD_BUTTONS } from './buttonWords';
import { checkButtons } from './checkButtons';
import { checkDraftText } from './checkDraftText';
import { checkEdges } from './checkEdges';
import { checkLength } from './checkLength';
import { checkSample } from './checkSample';
import { DRAFT_LIMITS } from './draftLimits';
import { refuse } from './refuse';
import type { DraftCard } from './TemplateDraft';

/**
 * Checks the cards of a carousel: how many there are, each for itself, and that all are made of the same parts.
 *
 * @throws {TemplateParameterError} names the card by its place, from 1
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates/media-card-carousel-templates (read 2026-11-27)
 */
export function checkCards(cards: DraftCard[], format: MessageTemplate['parameterFormat']): void {
	const { least, most } = DRAFT_LIMITS.cards;
	if (cards.length < least || cards.length > most) {
		const advice = cards.length < least ? 'Add the others.' : 'Take some of them out.';
		refuse('Cards', `has ${cards.length}; WhatsApp takes ${least} to ${most}.`, advice);
	}
	for (const [index, card] of cards.entries()) checkCard(card, `Card ${index + 1} `, format);
	checkAlike(cards);
}

function checkCard({ header, body, buttons }: DraftCard, place: string, format: MessageTemplate['parameterFormat']): void {
	if ('sample' in header) checkSample(`${place}Sample File Field Name`, header.format, header.sample);
	if (body.text !== '') {
		checkLength(`${place}Text`, body.text, DRAFT_LIMITS.cardBody);
		checkDraftText(body, { label: `${place}Text`, exampleLabel: `${place}Example Values`, format });
		checkEdges(`${place}Text`, body.text);
	}
	const list = `${place}Buttons`;
	if (buttons.length === 0) {
		refuse(list, 'is empty, and every card needs a button.', 'Add one to the first card; the others take it over when theirs are empty.');
	}
	if (buttons.length > DRAFT_LIMITS.cardButtons) {
		refuse(list, `has ${buttons.length} buttons; WhatsApp allows ${DRAFT_LIMITS.cardButtons} in a card.`, 'Take the others out.');
	}
	if (header.format === 'PRODUCT') checkProductCard(list, buttons);
	else checkMediaCard(list, buttons);
	checkButtons(buttons, place);
}

function checkProductCard(list: string, buttons: DraftCard['buttons']): void {
	if (buttons.length === 1 && ['SPM', 'URL'].includes(buttons[0]?.type ?? '')) return;
	refuse(list, 'is more than the one button of a product card.', "Leave 'View Product' or 'Visit Website'.");
}

function checkMediaCard(list: string, buttons: DraftCard['buttons']): void {
	const stranger = buttons.find(({ type }) => !CARD_BUTTONS.includes(type));
	if (stranger) {
		const names = CARD_BUTTONS.map((type) => BUTTON_NAMES[type]).join(', ');
		refuse(list, `has '${BUTTON_NAMES[stranger.type] ?? stranger.type}', which no card can have.`, `Choose among ${names}.`);
	}
	if (buttons.findIndex(({ type }) => type === 'ORDER_DETAILS') <= 0) return;
	refuse(list, `has '${BUTTON_NAMES.ORDER_DETAILS}' behind another button.`, 'Put it first.');
}

function checkAlike(cards: DraftCard[]): void {
	const [first = '', ...others] = cards.map(({ header, body, buttons }) =>
		JSON.stringify([header.format, body.text !== '', buttons.map(({ type }) => type)]),
	);
	const index = others.findIndex((shape) => shape !== first);
	if (index === -1) return;
	const words = `has other parts than the first card: ${describeCard(cards[index + 1])} instead of ${describeCard(cards[0])}.`;
	refuse(`Card ${index + 2}`, words, 'WhatsApp wants all cards alike: a text in each or in none, and the same kinds of buttons in the same order.');
}

function describeCard(card: DraftCard | undefined): string {
	const names = card?.buttons.map(({ type }) => `'${BUTTON_NAMES[type]}'`) ?? [];
	return `${card?.body.text === '' ? 'no text' : 'a text'} and ${names.join(', ')}`;
}
