import type { JsonObject } from '../../JsonObject.ts';
import { cardsFor } from '../cardsFor.ts';
import { sentComponents } from '../sentComponents.ts';
import type { TemplateDefinition } from '../TemplateDefinition.ts';
import type { RenderedSection } from './RenderedSection.ts';
import { renderSection } from './renderSection.ts';
import { sectionsText } from './sectionsText.ts';

/** What the person sees of a template message. */
export interface RenderedTemplate {
	/** Blocks with an empty line between them: header, offer, body, footer, buttons, then one for each card. */
	text: string;
	/** The message itself, then its cards. */
	sections: [RenderedSection, ...RenderedSection[]];
}

/** Shows a template message as the person sees it. */
export function renderTemplate(template: TemplateDefinition, content: JsonObject): RenderedTemplate {
	const isNamed = template.parameter_format === 'NAMED';
	const sent = sentComponents(content.components);
	const message = renderSection(template.components, sent, isNamed);
	const carousel = sent.find((component) => String(component.type).toLowerCase() === 'carousel');
	const sentCards = sentComponents(carousel?.cards);
	const approved = template.components.flatMap((component) => component.cards ?? []);
	const cards = cardsFor(approved, sentCards.length).map((card, index) => {
		const sentCard = sentCards.find(({ card_index: position }) => Number(position) === index);
		return renderSection(card.components, sentComponents(sentCard?.components), isNamed);
	});
	return { text: sectionsText([message, ...cards]), sections: [message, ...cards] };
}
