import { GraphError } from '../graph/GraphError.ts';
import type { JsonObject } from '../JsonObject.ts';
import { toJsonObject } from '../toJsonObject.ts';
import { cardsFor } from './cardsFor.ts';
import { checkButtons } from './checks/checkButtons.ts';
import { checkHeader } from './checks/checkHeader.ts';
import { checkOffer } from './checks/checkOffer.ts';
import { checkOrderStatus } from './checks/checkOrderStatus.ts';
import { checkPlaces } from './checks/checkPlaces.ts';
import { checkTapTarget } from './checks/checkTapTarget.ts';
import { parametersFor } from './checks/parametersFor.ts';
import type { SendCircumstances, SentSection } from './checks/SentTemplate.ts';
import { checkTextParameters } from './checkTextParameters.ts';
import { sentComponents } from './sentComponents.ts';
import type { TemplateComponent, TemplateDefinition } from './TemplateDefinition.ts';

const BODY_CHARACTERS = 1024;
const OFFER_BODY_CHARACTERS = 600;
const CARD_BODY_CHARACTERS = 160;
/** Never listed as part of a template: a send may add it to one with a link. */
const TAP_TARGET: TemplateComponent = { type: 'TAP_TARGET_CONFIGURATION' };
/** Never listed either: the sub category says that a send has it. */
const ORDER_STATUS: TemplateComponent = { type: 'ORDER_STATUS' };
const REFUSALS: Readonly<Record<string, number>> = { PAUSED: 132015, DISABLED: 132016 };

/**
 * Checks a template message against the approved template.
 *
 * @param template - undefined when the name does not exist in the language
 * @param content - the `template` object as sent
 * @throws {GraphError} 132001, 132015 or 132016 for the template itself, otherwise what is wrong with the values
 */
export function checkTemplateMessage(
	template: TemplateDefinition | undefined,
	content: JsonObject,
	circumstances: SendCircumstances,
): void {
	if (template?.status !== 'APPROVED') throw toTemplateRefusal(template, content);
	const components = sentComponents(content.components);
	const tellsOfOrder = template.sub_category === 'ORDER_STATUS';
	checkPlaces(components, [...template.components, TAP_TARGET, ...(tellsOfOrder ? [ORDER_STATUS] : [])]);
	const isNamed = template.parameter_format === 'NAMED';
	const offer = template.components.find(({ type }) => type === 'LIMITED_TIME_OFFER');
	const bodyCharacters = offer ? OFFER_BODY_CHARACTERS : BODY_CHARACTERS;
	const section = { ...circumstances, components, isNamed, bodyCharacters };
	checkSection(template.components, section);
	checkOffer(offer, section);
	checkTapTarget(template.components.find(({ type }) => type === 'BUTTONS')?.buttons ?? [], section);
	if (tellsOfOrder) checkOrderStatus(components);
	checkCards(template, section);
}

function toTemplateRefusal(template: TemplateDefinition | undefined, content: JsonObject): GraphError {
	const refusal = REFUSALS[template?.status ?? ''];
	if (refusal) return new GraphError(refusal);
	const language = String(toJsonObject(content.language)?.code);
	return new GraphError(132001, { details: `template name (${String(content.name)}) does not exist in ${language}` });
}

function checkSection(expected: readonly TemplateComponent[], section: SentSection): void {
	const { components, isNamed, bodyCharacters } = section;
	checkHeader(
		expected.find(({ type }) => type === 'HEADER'),
		section,
	);
	const text = expected.find(({ type }) => type === 'BODY')?.text ?? '';
	const parameters = parametersFor(components, 'body');
	checkTextParameters({ component: 'body', text, parameters, isNamed, mostCharacters: bodyCharacters });
	checkButtons(expected.find(({ type }) => type === 'BUTTONS')?.buttons ?? [], components);
}

function checkCards({ components: expected }: TemplateDefinition, section: SentSection): void {
	const approved = expected.find(({ type }) => type === 'CAROUSEL')?.cards ?? [];
	const carousel = section.components.find((component) => String(component.type).toLowerCase() === 'carousel');
	const sentCards = sentComponents(carousel?.cards);
	const cards = cardsFor(approved, sentCards.length);
	if (sentCards.length !== cards.length) {
		const given = `carousel: number of cards (${sentCards.length})`;
		throw new GraphError(132000, {
			details: `${given} does not match the expected number of cards (${cards.length})`,
		});
	}
	cards.forEach((card, index) => {
		const sent = sentCards.find(({ card_index }) => Number(card_index) === index);
		if (!sent) throw new GraphError(131009, { details: `carousel: there is no card with card_index ${index}` });
		const components = sentComponents(sent.components);
		checkPlaces(components, card.components);
		checkSection(card.components, { ...section, components, bodyCharacters: CARD_BODY_CHARACTERS });
	});
}
