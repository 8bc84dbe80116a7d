import { GraphError } from '../graph/GraphError.ts';
import type { JsonObject } from '../JsonObject.ts';
import { toJsonObject } from '../toJsonObject.ts';
import { checkTextParameters } from './checkTextParameters.ts';
import { sentComponents } from './sentComponents.ts';
import type { TemplateButton, TemplateComponent, TemplateDefinition } from './TemplateDefinition.ts';

const BODY_CHARACTERS = 1024;
const CARD_BODY_CHARACTERS = 160;
const HEADER_CHARACTERS = 60;
const REFUSALS: Readonly<Record<string, number>> = { PAUSED: 132015, DISABLED: 132016 };

/**
 * Checks a template message against the approved template.
 *
 * @param template - undefined when the name does not exist in the language
 * @param content - the `template` object as sent
 * @throws {GraphError} 132001, 132015 or 132016 for the template itself, otherwise what is wrong with the values
 */
export function checkTemplateMessage(template: TemplateDefinition | undefined, content: JsonObject): void {
	if (template?.status !== 'APPROVED') throw toTemplateRefusal(template, content);
	const isNamed = template.parameter_format === 'NAMED';
	checkComponents(template.components, sentComponents(content.components), isNamed, BODY_CHARACTERS);
}

function toTemplateRefusal(template: TemplateDefinition | undefined, content: JsonObject): GraphError {
	const refusal = REFUSALS[template?.status ?? ''];
	if (refusal) return new GraphError(refusal);
	const language = String(toJsonObject(content.language)?.code);
	return new GraphError(132001, { details: `template name (${String(content.name)}) does not exist in ${language}` });
}

function checkComponents(
	expected: readonly TemplateComponent[],
	sent: readonly JsonObject[],
	isNamed: boolean,
	bodyCharacters: number,
): void {
	const header = expected.find((component) => component.type === 'HEADER');
	const body = expected.find((component) => component.type === 'BODY');
	const buttons = expected.find((component) => component.type === 'BUTTONS')?.buttons ?? [];
	checkHeader(header, parametersOf(sent, 'header'), isNamed);
	const parameters = parametersOf(sent, 'body');
	const text = body?.text ?? '';
	checkTextParameters({ component: 'body', text, parameters, isNamed, mostCharacters: bodyCharacters });
	buttons.forEach((button, index) => checkButton(button, index, sent));
	const cards = expected.find((component) => component.type === 'CAROUSEL')?.cards;
	if (cards) checkCards(cards, sent, isNamed);
}

function checkHeader(header: TemplateComponent | undefined, parameters: JsonObject[], isNamed: boolean): void {
	const format = header?.format ?? 'TEXT';
	if (format === 'TEXT') {
		const text = header?.text ?? '';
		checkTextParameters({ component: 'header', text, parameters, isNamed, mostCharacters: HEADER_CHARACTERS });
		return;
	}
	if (parameters.length !== 1) {
		const given = `header: number of localizable_params (${parameters.length})`;
		throw new GraphError(132000, { details: `${given} does not match the expected number of params (1)` });
	}
	const received = String(parameters[0]?.type).toUpperCase();
	if (received !== format) {
		throw new GraphError(132012, { details: `header: Format mismatch, expected ${format}, received ${received}` });
	}
	const media = toJsonObject(parameters[0]?.[format.toLowerCase()]);
	if (!media) throw new GraphError(132012, { details: `header: ${format.toLowerCase()} is missing` });
}

function checkButton(button: TemplateButton, index: number, sent: readonly JsonObject[]): void {
	const needsValue = (button.type === 'URL' && button.url?.includes('{{')) || button.type === 'COPY_CODE';
	if (!needsValue) return;
	const component = sent.find((candidate) => candidate.type === 'button' && Number(candidate.index) === index);
	const parameter = sentComponents(component?.parameters)[0];
	if (parameter?.text || parameter?.coupon_code) return;
	const details = `buttons: Button at index ${index} of type ${button.type} requires a parameter`;
	throw new GraphError(131008, { details });
}

function checkCards(
	cards: ReadonlyArray<{ components: TemplateComponent[] }>,
	sent: readonly JsonObject[],
	isNamed: boolean,
): void {
	const carousel = sent.find((component) => String(component.type).toLowerCase() === 'carousel');
	const sentCards = sentComponents(carousel?.cards);
	if (sentCards.length !== cards.length) {
		const given = `carousel: number of cards (${sentCards.length})`;
		throw new GraphError(132000, {
			details: `${given} does not match the expected number of cards (${cards.length})`,
		});
	}
	cards.forEach((card, index) => {
		const components = sentComponents(sentCards[index]?.components);
		checkComponents(card.components, components, isNamed, CARD_BODY_CHARACTERS);
	});
}

function parametersOf(sent: readonly JsonObject[], type: string): JsonObject[] {
	const component = sent.find((candidate) => String(candidate.type).toLowerCase() === type);
	return sentComponents(component?.parameters);
}
