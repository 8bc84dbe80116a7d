import type { MessageTemplate } from './MessageTemplate';
import { carouselPart } from './parts/carouselPart';
import { offerPart } from './parts/offerPart';
import { oneTimeCodeParts } from './parts/oneTimeCodeParts';
import type { SectionPlace } from './parts/SectionPlace';
import { tapTargetPart } from './parts/tapTargetPart';
import { toSectionParts } from './parts/toSectionParts';
import { TEXT_LIMITS } from './templateLimits';
import type { TemplatePart } from './TemplatePart';

/** Lists the parts of a template that values are given for, in the order in which the person sees them. */
export function toTemplateParts(template: MessageTemplate): TemplatePart[] {
	const { body, buttons, cards, offer } = template;
	const codeButton = buttons.find(({ type }) => type === 'OTP');
	if (codeButton) return oneTimeCodeParts(body, codeButton);
	const hasLink = buttons.some(({ type }) => type === 'URL');
	return [
		...(offer?.expires ? [offerPart(offer.text)] : []),
		...toSectionParts(template, placeOf(template)),
		...(hasLink ? [tapTargetPart()] : []),
		...(cards.length > 0 ? [carouselPart(cards.map((card, index) => toSectionParts(card, placeOfCard(template, index))))] : []),
	];
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
