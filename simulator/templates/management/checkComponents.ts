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
	checkBody(find('BODY'), find('LIMITED_TIME_OFFER') ? OFFER_BODY_CHARACTERS : BODY_CHARACTERS, rules);
	checkFooter(find('FOOTER'));
	checkTemplateButtons(find('BUTTONS'));
	checkTemplateOffer(components, rules.category);
	checkTemplateCards(find('CAROUSEL'), rules);
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
