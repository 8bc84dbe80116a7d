import type { MessageTemplate, TemplateSection } from './MessageTemplate';
import { carouselPart } from './parts/carouselPart';
import { offerPart } from './parts/offerPart';
import { oneTimeCodeParts } from './parts/oneTimeCodeParts';
import { orderStatusPart } from './parts/orderStatusPart';
import type { SectionPlace } from './parts/SectionPlace';
import { tapTargetPart } from './parts/tapTargetPart';
import { toSectionParts } from './parts/toSectionParts';
import { MOST_CARDS, TEXT_LIMITS } from './templateLimits';
import type { TemplatePart } from './TemplatePart';

/** Lists the parts of a template that values are given for, in the order in which the person sees them. */
export function toTemplateParts(template: MessageTemplate): TemplatePart[] {
	const { body, buttons, cards, offer } = template;
	const codeButton = buttons.find(({ type }) => type === 'OTP');
	if (codeButton) return oneTimeCodeParts(body, codeButton);
	const hasLink = buttons.some(({ type }) => type === 'URL');
	const toCardParts = (card: TemplateSection, index: number) => toSectionParts(card, placeOfCard(template, index));
	const furtherCards = toFurtherCards(cards).map((card, index) => toCardParts(card, cards.length + index));
	return [
		...(template.subCategory === 'ORDER_STATUS' ? [orderStatusPart()] : []),
		...(offer?.expires ? [offerPart(offer.text)] : []),
		...toSectionParts(template, placeOf(template)),
		...(hasLink ? [tapTargetPart()] : []),
		...(cards.length > 0 ? [carouselPart(cards.map(toCardParts), furtherCards)] : []),
	];
}

/**
 * The cards that a message may have beside those of its template: of products up to ten, whatever was approved.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates/product-card-carousel-templates (read 2025-12)
 */
function toFurtherCards(cards: TemplateSection[]): TemplateSection[] {
	const [first] = cards;
	if (first === undefined || !cards.every(({ header }) => header?.format === 'PRODUCT')) return [];
	return Array.from({ length: Math.max(0, MOST_CARDS - cards.length) }, () => first);
}

function placeOf({ parameterFormat, offer, buttons }: MessageTemplate): SectionPlace {
	const sellsProduct = buttons.some(({ type }) => type === 'SPM');
	return {
		idPrefix: '',
		labelPrefix: '',
		isNamed: parameterFormat === 'NAMED',
		bodyLimit: offer ? TEXT_LIMITS.offerBody : sellsProduct ? TEXT_LIMITS.productBody : TEXT_LIMITS.body,
		hasAliases: true,
	};
}

function placeOfCard({ parameterFormat }: MessageTemplate, index: number): SectionPlace {
	return {
		idPrefix: `card_${index + 1}_`,
		labelPrefix: `Card ${index + 1} `,
		isNamed: parameterFormat === 'NAMED',
		bodyLimit: TEXT_LIMITS.cardBody,
		hasAliases: false,
	};
}
