import type { TemplatePart } from '../TemplatePart';
import type { TemplateValues } from '../TemplateValues';

/**
 * The cards of a carousel, each with its own parts. Every card of the template is sent, also one that takes no values; of the
 * further ones those that something was given for.
 *
 * @param cards - the parts of each card, in order
 * @param furtherCards - those of cards that a message may have beside them; none for most carousels
 */
export function carouselPart(cards: TemplatePart[][], furtherCards: TemplatePart[][] = []): TemplatePart {
	return {
		slot: 'carousel',
		fields: [
			...cards.flat().flatMap(({ fields }) => fields),
			...furtherCards.flat().flatMap(({ fields }) => fields.map((field) => ({ ...field, isRequired: false }))),
		],
		toComponent: (values) => ({
			type: 'carousel',
			cards: [...cards, ...furtherCards.filter((parts) => isGiven(parts, values))].map((parts, index) => ({
				card_index: index,
				components: parts.flatMap((part) => part.toComponent(values) ?? []),
			})),
		}),
	};
}

function isGiven(parts: TemplatePart[], values: TemplateValues): boolean {
	return parts.some(({ fields }) => fields.some((field) => values.has(field)));
}
