import type { TemplateComponent } from '../TemplateDefinition.ts';
import { checkTemplateButtons } from './checkTemplateButtons.ts';
import { checkTemplateCards } from './checkTemplateCards.ts';
import { checkTemplateHeader } from './checkTemplateHeader.ts';
import { checkTemplateOffer } from './checkTemplateOffer.ts';
import { checkTemplateText } from './checkTemplateText.ts';
import { templateProblem } from './templateProblem.ts';
import type { TemplateRules } from './TemplateRules.ts';

const BODY_CHARACTERS = 1024;
const OFFER_BODY_CHARACTERS = 600;
const PRODUCT_BODY_CHARACTERS = 160;
const FOOTER_CHARACTERS = 60;
const TYPES = new Set([
	'HEADER',
	'BODY',
	'FOOTER',
	'BUTTONS',
	'LIMITED_TIME_OFFER',
	'CAROUSEL',
	'CALL_PERMISSION_REQUEST',
]);

/**
 * Checks the components of a new marketing or utility template.
 *
 * @throws {GraphError} 100 with the subcode of what is wrong
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components (read 2026-09-11)
 */
export function checkComponents(components: readonly TemplateComponent[], rules: TemplateRules): void {
	const find = (wanted: string) => components.find(({ type }) => type === wanted);
	const types = components.map(({ type }) => type);
	const unknown = types.find((type) => !TYPES.has(type));
	if (unknown) throw templateProblem('other', `There is no component of the type ${unknown}.`);
	if (new Set(types).size < types.length) throw templateProblem('other', 'A component may be there only once.');
	checkTemplateHeader(find('HEADER'), rules);
	checkBody(find('BODY'), bodyCharacters(components), rules);
	checkFooter(find('FOOTER'));
	checkTemplateButtons(find('BUTTONS'), rules.category);
	checkProduct(components);
	checkCombination(types, rules);
	checkTemplateOffer(components, rules.category);
	checkTemplateCards(find('CAROUSEL'), rules);
}

function bodyCharacters(components: readonly TemplateComponent[]): number {
	if (components.some(({ type }) => type === 'LIMITED_TIME_OFFER')) return OFFER_BODY_CHARACTERS;
	return hasProductButton(components) ? PRODUCT_BODY_CHARACTERS : BODY_CHARACTERS;
}

function hasProductButton(components: readonly TemplateComponent[]): boolean {
	return components.some(({ buttons = [] }) => buttons.some(({ type }) => type === 'SPM'));
}

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates/spm-templates (read 2026-09-11) */
function checkProduct(components: readonly TemplateComponent[]): void {
	const hasHeader = components.some(({ type, format }) => type === 'HEADER' && format === 'PRODUCT');
	if (hasHeader === hasProductButton(components)) return;
	throw templateProblem('other', 'A PRODUCT header and an SPM button come together.');
}

/** A request for the permission to call takes no other interactive part; an order status has nothing but words. */
function checkCombination(types: readonly string[], { category, subCategory }: TemplateRules): void {
	const asksToCall = types.includes('CALL_PERMISSION_REQUEST');
	if (asksToCall && types.some((type) => ['BUTTONS', 'CAROUSEL', 'LIMITED_TIME_OFFER'].includes(type))) {
		throw templateProblem('other', 'CALL_PERMISSION_REQUEST cannot be combined with other interactive components.');
	}
	if (subCategory !== 'ORDER_STATUS') return;
	const stranger = types.find((type) => type !== 'BODY' && type !== 'FOOTER');
	if (stranger) throw templateProblem('other', `A template of the sub category ORDER_STATUS has no ${stranger}.`);
	if (category !== 'UTILITY') throw templateProblem('other', 'The sub category ORDER_STATUS is for utility templates.');
}

function checkBody(body: TemplateComponent | undefined, mostCharacters: number, { isNamed }: TemplateRules): void {
	const { text = '', example } = body ?? { type: 'BODY' };
	if (text.trim() === '') throw templateProblem('body', 'The template has no body text.');
	if ([...text].length > mostCharacters) {
		throw templateProblem('length', `The body may have ${mostCharacters} characters.`);
	}
	checkTemplateText({ place: 'body', text, example, isNamed });
}

function checkFooter(footer: TemplateComponent | undefined): void {
	if (!footer) return;
	const { text = '' } = footer;
	if (text === '') throw templateProblem('footer', 'The footer has no text.');
	if ([...text].length > FOOTER_CHARACTERS) {
		throw templateProblem('length', `The footer may have ${FOOTER_CHARACTERS} characters.`);
	}
	if (/\{\{|\n/.test(text)) throw templateProblem('footer', "The footer can't have variables or new lines.");
}
