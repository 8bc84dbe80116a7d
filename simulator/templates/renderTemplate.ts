import type { JsonObject } from '../JsonObject.ts';
import { toJsonObject } from '../toJsonObject.ts';
import type { MessageButton } from '../world/MessageRecord.ts';
import { hydrateText } from './hydrateText.ts';
import { isCodeButton } from './isCodeButton.ts';
import { sentComponents } from './sentComponents.ts';
import { sentForButton } from './sentForButton.ts';
import type { TemplateButton, TemplateComponent, TemplateDefinition } from './TemplateDefinition.ts';

/** What the person sees of a template message. */
export interface RenderedTemplate {
	/** Blocks with an empty line between them: header, offer, body, footer, buttons, cards; what is no text in brackets. */
	text: string;
	/** In the template's order, those of the cards after its own. */
	buttons: MessageButton[];
}

/** Shows a template message as the person sees it. */
export function renderTemplate(template: TemplateDefinition, content: JsonObject): RenderedTemplate {
	const isNamed = template.parameter_format === 'NAMED';
	const sent = sentComponents(content.components);
	const { blocks, buttons } = render(template.components, sent, isNamed);
	const cards = template.components.flatMap((component) => component.cards ?? []);
	const carousel = sent.find((component) => String(component.type).toLowerCase() === 'carousel');
	const sentCards = sentComponents(carousel?.cards);
	const renderedCards = cards.map((card, index) => {
		const sentCard = sentCards.find(({ card_index }) => Number(card_index) === index);
		return render(card.components, sentComponents(sentCard?.components), isNamed);
	});
	return {
		text: [...blocks, ...renderedCards.map((card) => card.blocks.join('\n'))].filter(isSomething).join('\n\n'),
		buttons: [...buttons, ...renderedCards.flatMap((card) => card.buttons)],
	};
}

function render(
	components: readonly TemplateComponent[],
	sent: readonly JsonObject[],
	isNamed: boolean,
): { blocks: string[]; buttons: MessageButton[] } {
	const find = (type: string) => components.find((component) => component.type === type);
	const body = find('BODY');
	const buttons = find('BUTTONS')?.buttons ?? [];
	const blocks = [
		headerBlock(find('HEADER'), parametersOf(sent, 'header'), isNamed),
		offerBlock(find('LIMITED_TIME_OFFER'), parametersOf(sent, 'limited_time_offer')),
		hydrateText(body?.text ?? '', parametersOf(sent, 'body'), isNamed),
		find('FOOTER')?.text ?? '',
		buttons.map((button, index) => buttonLine(button, sentForButton(sent, buttons, index)[0])).join('\n'),
	];
	return {
		blocks: blocks.filter(isSomething),
		buttons: buttons.map((button, index) => toMessageButton(button, sentForButton(sent, buttons, index)[0])),
	};
}

function headerBlock(header: TemplateComponent | undefined, parameters: JsonObject[], isNamed: boolean): string {
	if (!header) return '';
	const format = (header.format ?? 'TEXT').toLowerCase();
	if (format === 'text') return hydrateText(header.text ?? '', parameters, isNamed);
	const value = toJsonObject(parameters[0]?.[format]) ?? {};
	const details: Record<string, unknown[]> = {
		document: [value.filename],
		location: value.name || value.address ? [value.name, value.address] : [value.latitude, value.longitude],
	};
	const shown = (details[format] ?? []).filter((detail) => detail !== undefined && detail !== '');
	return shown.length > 0 ? `[${format}: ${shown.join(', ')}]` : `[${format}]`;
}

function offerBlock(component: TemplateComponent | undefined, parameters: JsonObject[]): string {
	const offer = component?.limited_time_offer;
	if (!offer) return '';
	const endsAtMs = toJsonObject(parameters[0]?.limited_time_offer)?.expiration_time_ms;
	const endsAt = new Date(typeof endsAtMs === 'number' ? endsAtMs : NaN);
	const isShown = offer.has_expiration === true && !Number.isNaN(endsAt.getTime());
	return isShown ? `${offer.text} (until ${endsAt.toISOString()})` : offer.text;
}

function buttonLine(button: TemplateButton, parameter: JsonObject | undefined): string {
	const label = button.text ?? button.type;
	const details = buttonDetails(button, parameter);
	return details ? `[${label}: ${details}]` : `[${label}]`;
}

function buttonDetails(button: TemplateButton, parameter: JsonObject | undefined): string | undefined {
	if (isCodeButton(button)) return undefined;
	if (button.type === 'URL') {
		const end = parameter?.text;
		return button.url?.replace(/\{\{[^{}]*\}\}/, (variable) => (typeof end === 'string' ? end : variable));
	}
	if (button.type === 'COPY_CODE') return parameter?.coupon_code === undefined ? undefined : String(parameter.coupon_code);
	return button.type === 'PHONE_NUMBER' ? button.phone_number : undefined;
}

function toMessageButton(button: TemplateButton, parameter: JsonObject | undefined): MessageButton {
	const text = button.text ?? button.type;
	if (button.type !== 'QUICK_REPLY') return { kind: 'other', text, value: '' };
	return { kind: 'quickReply', text, value: typeof parameter?.payload === 'string' ? parameter.payload : text };
}

function parametersOf(sent: readonly JsonObject[], type: string): JsonObject[] {
	const component = sent.find((candidate) => String(candidate.type).toLowerCase() === type);
	return sentComponents(component?.parameters);
}

function isSomething(block: string): boolean {
	return block !== '';
}
