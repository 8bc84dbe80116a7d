import type { JsonObject } from '../JsonObject.ts';
import type { MessageButton } from '../world/MessageRecord.ts';
import { hydrateText } from './hydrateText.ts';
import { sentComponents } from './sentComponents.ts';
import type { TemplateButton, TemplateComponent, TemplateDefinition } from './TemplateDefinition.ts';

/** What the person sees of a template message. */
export interface RenderedTemplate {
	/** Header, body, footer and cards, a line each; media in square brackets. */
	text: string;
	/** In the template's order, those of the cards after its own. */
	buttons: MessageButton[];
}

/** Shows a template message as the person sees it. */
export function renderTemplate(template: TemplateDefinition, content: JsonObject): RenderedTemplate {
	return render(template.components, sentComponents(content.components), template.parameter_format === 'NAMED');
}

function render(
	components: readonly TemplateComponent[],
	sent: readonly JsonObject[],
	isNamed: boolean,
): RenderedTemplate {
	const cards = components.flatMap((component) => component.cards ?? []);
	const carousel = sent.find((component) => String(component.type).toLowerCase() === 'carousel');
	const sentCards = sentComponents(carousel?.cards);
	const renderedCards = cards.map((card, index) =>
		render(card.components, sentComponents(sentCards[index]?.components), isNamed),
	);
	const lines = components.map((component) => lineOf(component, sent, isNamed));
	const buttons = components
		.flatMap((component) => component.buttons ?? [])
		.map((button, index) => toMessageButton(button, index, sent));
	return {
		text: [...lines, ...renderedCards.map((card) => card.text)].filter((line) => line !== '').join('\n'),
		buttons: [...buttons, ...renderedCards.flatMap((card) => card.buttons)],
	};
}

function lineOf(component: TemplateComponent, sent: readonly JsonObject[], isNamed: boolean): string {
	if (component.format && component.format !== 'TEXT') return `[${component.format.toLowerCase()}]`;
	const values = sent.find((candidate) => String(candidate.type).toUpperCase() === component.type);
	return hydrateText(component.text ?? '', sentComponents(values?.parameters), isNamed);
}

function toMessageButton(button: TemplateButton, index: number, sent: readonly JsonObject[]): MessageButton {
	const text = button.text ?? button.type;
	if (button.type !== 'QUICK_REPLY') return { kind: 'other', text, value: '' };
	const component = sent.find((candidate) => candidate.type === 'button' && Number(candidate.index) === index);
	const payload = sentComponents(component?.parameters)[0]?.payload;
	return { kind: 'quickReply', text, value: typeof payload === 'string' ? payload : text };
}
