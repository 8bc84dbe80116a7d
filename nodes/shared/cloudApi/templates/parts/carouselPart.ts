import type { TemplatePart } from '../TemplatePart';

/**
 * The cards of a carousel, each with its own parts. Every card is sent, also one that takes no values.
 *
 * @param cards - the parts of each card, in order
 */
export function carouselPart(cards: TemplatePart[][]): TemplatePart {
	return {
		slot: 'carousel',
		fields: cards.flat().flatMap(({ fields }) => fields),
		toComponent: (values) => ({
			type: 'carousel',
			cards: cards.map((parts, index) => ({
				card_index: index,
				components: parts.flatMap((part) => part.toComponent(values) ?? []),
			})),
		}),
	};
}
