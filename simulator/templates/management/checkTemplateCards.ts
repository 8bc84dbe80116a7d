import type { TemplateComponent } from '../TemplateDefinition.ts';
import { checkTemplateButtons } from './checkTemplateButtons.ts';
import { checkTemplateHeader } from './checkTemplateHeader.ts';
import { checkTemplateText } from './checkTemplateText.ts';
import { templateProblem } from './templateProblem.ts';
import type { TemplateRules } from './TemplateRules.ts';

const FEWEST_CARDS = 2;
const MOST_CARDS = 10;
const BODY_CHARACTERS = 160;
const FORMATS = new Set(['IMAGE', 'VIDEO', 'PRODUCT']);
const TYPES = new Set(['HEADER', 'BODY', 'BUTTONS']);

/**
 * Checks the cards of a new template: 2 to 10, all made of the same components and buttons.
 *
 * @throws {GraphError} 100
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components (read 2026-09-11)
 */
export function checkTemplateCards(carousel: TemplateComponent | undefined, rules: TemplateRules): void {
	if (!carousel) return;
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
	if (!find('BUTTONS')) throw templateProblem('other', 'A card needs a button.');
	checkTemplateHeader(header, rules);
	checkTemplateButtons(find('BUTTONS'));
	const { text = '', example } = find('BODY') ?? { type: 'BODY' };
	if ([...text].length > BODY_CHARACTERS) {
		throw templateProblem('length', `The body of a card may have ${BODY_CHARACTERS} characters.`);
	}
	checkTemplateText({ place: 'body', text, example, isNamed: rules.isNamed });
}

function shapeOf(components: readonly TemplateComponent[]): string {
	const parts = components.map(({ type, format, buttons }) => [type, format, buttons?.map((button) => button.type)]);
	return JSON.stringify(parts.sort());
}
