import type { TemplateComponent } from './TemplateDefinition.ts';

const FEWEST_CARDS = 2;
const MOST_CARDS = 10;

type Card = { components: TemplateComponent[] };

/**
 * The cards that a send has to fill: those of the template, and of product cards as many as were sent, 2 to 10, whatever was
 * approved.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates/product-card-carousel-templates (read 2025-12)
 */
export function cardsFor(approved: readonly Card[], sentCount: number): readonly Card[] {
	const [first] = approved;
	const showsProducts = approved.every(({ components }) => components.some(({ format }) => format === 'PRODUCT'));
	if (!first || !showsProducts || sentCount < FEWEST_CARDS || sentCount > MOST_CARDS) return approved;
	return Array.from({ length: sentCount }, (_, index) => approved[index] ?? first);
}
