import { DateTime } from 'luxon';

import { isRecord } from '../../domain/isRecord';
import { componentSlot } from './componentSlot';
import { fillTemplateText } from './fillTemplateText';
import type { MessageTemplate, TemplateButton, TemplateHeader, TemplateSection, TemplateText } from './MessageTemplate';
import type { TemplateComponentPayload } from './TemplateMessagePayload';

type Json = Record<string, unknown>;
/** The first parameter of the component at a place, and all of them. */
type Sent = (slot: string) => Json[];

/**
 * Writes a template message down as the person reads it, for the output and the log of a conversation.
 *
 * Header, offer, body, footer, buttons and each card are blocks with an empty line between them. What is no text stands in
 * square brackets: `[image]`, `[document: invoice.pdf]`, `[Track parcel: https://shop.example/track/JD0001]`.
 *
 * @param components - the values, as they are sent; a variable without one keeps its placeholder
 */
export function renderTemplateMessage(template: MessageTemplate, components: TemplateComponentPayload[]): string {
	const sent = readSent(template, components);
	const blocks = [
		headerBlock(template, sent),
		offerBlock(template, sent),
		bodyBlock(template, sent),
		template.footer ?? '',
		[...orderStatusLines(sent), buttonsBlock(template, sent)].filter((line) => line !== '').join('\n'),
		...cardBlocks(template, components),
	];
	return blocks.filter((block) => block !== '').join('\n\n');
}

function readSent(section: Pick<TemplateSection, 'buttons'>, components: TemplateComponentPayload[]): Sent {
	const bySlot = new Map(components.map((component) => [componentSlot(component, section), component]));
	return (slot) => {
		const component = bySlot.get(slot);
		return component && 'parameters' in component && Array.isArray(component.parameters)
			? component.parameters.filter(isRecord)
			: [];
	};
}

function headerBlock({ header }: TemplateSection, sent: Sent): string {
	if (header === undefined) return '';
	const parameters = sent('header');
	if (header.text) return fill(header.text, parameters);
	const details = headerDetails(header, parameters[0] ?? {});
	const format = header.format.toLowerCase();
	return details === '' ? `[${format}]` : `[${format}: ${details}]`;
}

function headerDetails({ format }: TemplateHeader, parameter: Json): string {
	const value = parameter[format.toLowerCase()];
	if (!isRecord(value)) return '';
	if (format === 'DOCUMENT') return toText(value.filename);
	if (format !== 'LOCATION') return '';
	const words = [value.name, value.address].map(toText).filter((word) => word !== '');
	return (words.length > 0 ? words : [value.latitude, value.longitude].map(String)).join(', ');
}

function offerBlock({ offer }: MessageTemplate, sent: Sent): string {
	if (offer === undefined) return '';
	const ends = sent('limited_time_offer')[0]?.limited_time_offer;
	const endsAtMs = isRecord(ends) ? Number(ends.expiration_time_ms) : NaN;
	const endsAt = DateTime.fromMillis(Number.isFinite(endsAtMs) ? endsAtMs : NaN, { zone: 'utc' });
	return offer.expires && endsAt.isValid ? `${offer.text} (until ${endsAt.toISO()})` : offer.text;
}

function bodyBlock({ body }: TemplateSection, sent: Sent): string {
	return body ? fill(body, sent('body')) : '';
}

function buttonsBlock({ buttons }: TemplateSection, sent: Sent): string {
	return buttons.map((button) => toButtonLine(button, sent(`button ${button.index}`)[0] ?? {})).join('\n');
}

/** What is said of an order leads to it on the phone. */
function orderStatusLines(sent: Sent): string[] {
	const status = sent('order_status')[0]?.order_status;
	if (!isRecord(status) || !isRecord(status.order)) return [];
	const words = [toText(status.order.status).replace(/_/g, ' '), toText(status.order.description)].filter((word) => word !== '');
	return [`[Order ${toText(status.reference_id)}: ${words.join(', ')}]`];
}

function toButtonLine({ type, label, url, phoneNumber }: TemplateButton, parameter: Json): string {
	const details: Record<string, () => string> = {
		URL: () => fillTemplateText(url ?? '', () => toText(parameter.text) || undefined),
		COPY_CODE: () => toText(parameter.coupon_code),
		PHONE_NUMBER: () => phoneNumber ?? '',
		ORDER_DETAILS: () => orderTotal(parameter),
		PAYMENT_REQUEST: () => paymentCode(parameter),
	};
	const words = details[type]?.() ?? '';
	return words === '' ? `[${label}]` : `[${label}: ${words}]`;
}

function orderTotal({ action }: Json): string {
	const details = isRecord(action) ? action.order_details : undefined;
	const total = isRecord(details) && isRecord(details.total_amount) ? Number(details.total_amount.value) : NaN;
	return isRecord(details) && Number.isFinite(total) ? `${toText(details.currency)} ${(total / 100).toFixed(2)}` : '';
}

/** What the button copies or opens: the first word of the setting. */
function paymentCode({ action }: Json): string {
	const request = isRecord(action) ? action.payment_request : undefined;
	const setting = isRecord(request) && isRecord(request.payment_setting) ? request.payment_setting : {};
	const means = setting[toText(setting.type)];
	return isRecord(means) ? toText(Object.values(means)[0]) : '';
}

function cardBlocks({ cards: approved }: MessageTemplate, components: TemplateComponentPayload[]): string[] {
	const carousel = components.find((component) => 'cards' in component);
	const sentCards = carousel && 'cards' in carousel && Array.isArray(carousel.cards) ? carousel.cards : [];
	// A message with cards of products may have more of them than its template.
	const further = approved.length === 0 ? 0 : Math.max(0, sentCards.length - approved.length);
	const cards = [...approved, ...approved.slice(0, 1).flatMap((card) => Array.from({ length: further }, () => card))];
	return cards.map((card, index) => {
		const sentCard = sentCards.find((candidate) => Number(candidate.card_index) === index);
		const sent = readSent(card, sentCard?.components ?? []);
		return [headerBlock(card, sent), bodyBlock(card, sent), buttonsBlock(card, sent)].filter((block) => block !== '').join('\n');
	});
}

function fill({ text, variables }: TemplateText, parameters: Json[]): string {
	const numbers = variables.map(({ name }) => name).sort((a, b) => Number(a) - Number(b));
	return fillTemplateText(text, (name) => {
		const named = parameters.find((parameter) => parameter.parameter_name === name);
		const value = named ?? (parameters.some((parameter) => 'parameter_name' in parameter) ? {} : parameters[numbers.indexOf(name)]);
		return value && shownText(value);
	});
}

/** Currencies and dates show what they fall back to. */
function shownText(parameter: Json): string | undefined {
	if (typeof parameter.text === 'string') return parameter.text;
	const value = parameter[String(parameter.type)];
	return isRecord(value) && typeof value.fallback_value === 'string' ? value.fallback_value : undefined;
}

function toText(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
