import type { TemplateComponent } from '../TemplateDefinition.ts';
import { checkTemplateButtons } from './checkTemplateButtons.ts';
import { checkTemplateHeader } from './checkTemplateHeader.ts';
import { checkTemplateText } from './checkTemplateText.ts';
import { templateProblem } from './templateProblem.ts';
import type { TemplateRules } from './TemplateRules.ts';

const FEWEST_CARDS = 2;
const MOST_CARDS = 10;
const MOST_BUTTONS = 2;
const BODY_CHARACTERS = 160;
const FORMATS = new Set(['IMAGE', 'VIDEO', 'PRODUCT']);
const TYPES = new Set(['HEADER', 'BODY', 'BUTTONS']);
const MEDIA_BUTTONS = new Set(['QUICK_REPLY', 'URL', 'PHONE_NUMBER', 'ORDER_DETAILS']);
const PRODUCT_BUTTONS = new Set(['SPM', 'URL']);

/**
 * Checks the cards of a new template: 2 to 10, all made of the same components and buttons, for marketing only.
 *
 * @throws {GraphError} 100
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components (read 2026-09-11)
 */
export function checkTemplateCards(carousel: TemplateComponent | undefined, rules: TemplateRules): void {
	if (!carousel) return;
	if (rules.category !== 'MARKETING') throw templateProblem('other', 'A carousel is for marketing templates.');
	const cards = carousel.cards ?? [];
	if (cards.length < FEWEST_CARDS || cards.length > MOST_CARDS) {
		throw templateProblem('other', `A carousel has ${FEWEST_CARDS} to ${MOST_CARDS} cards, not ${cards.length}.`);
	}
	for (const card of cards) checkCard(card.components, rules);
	if (new Set(cards.map((card) => shapeOf(card.components))).size === 1) return;
	throw templateProblem('other', 'All cards must have the same components and kinds of buttons.');
}

function checkCard(components: readonly TemplateComponent[], rules: TemplateRules): void {
	const find = (wanted: string) => components.find(({ type }) => type === wanted);
	const unknown = components.find(({ type }) => !TYPES.has(type));
	if (unknown) throw templateProblem('other', `A card has no ${unknown.type} component.`);
	const header = find('HEADER');
	if (!FORMATS.has(header?.format ?? '')) {
		throw templateProblem('header', 'A card needs a header with an image, a video or a product.');
	}
	const buttons = find('BUTTONS');
	if (!buttons) throw templateProblem('other', 'A card needs a button.');
	checkTemplateHeader(header, rules);
	checkTemplateButtons(buttons, rules.category);
	checkCardButtons(header?.format === 'PRODUCT', buttons.buttons ?? []);
	const { text = '', example } = find('BODY') ?? { type: 'BODY' };
	if ([...text].length > BODY_CHARACTERS) {
		throw templateProblem('length', `The body of a card may have ${BODY_CHARACTERS} characters.`);
	}
	checkTemplateText({ place: 'body', text, example, isNamed: rules.isNamed });
}

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates/media-card-carousel-templates (read 2026-11-27) */
function checkCardButtons(showsProduct: boolean, buttons: ReadonlyArray<{ type: string }>): void {
	const most = showsProduct ? 1 : MOST_BUTTONS;
	const known = showsProduct ? PRODUCT_BUTTONS : MEDIA_BUTTONS;
	if (buttons.length > most) throw templateProblem('other', `Such a card may have ${most} button(s).`);
	const stranger = buttons.find(({ type }) => !known.has(type));
	if (stranger) throw templateProblem('other', `Such a card has no ${stranger.type} button.`);
	if (buttons.findIndex(({ type }) => type === 'ORDER_DETAILS') <= 0) return;
	throw templateProblem('other', 'The ORDER_DETAILS button of a card comes first.');
}

function shapeOf(components: readonly TemplateComponent[]): string {
	const parts = components.map(({ type, format, buttons }) => [type, format, buttons?.map((button) => button.type)]);
	return JSON.stringify(parts.sort());
}
