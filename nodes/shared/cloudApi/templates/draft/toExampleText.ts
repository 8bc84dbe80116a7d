import { findPaymentRequest } from '../../orders/paymentRequests';
import type { MessageTemplate, TemplateButton, TemplateSection, TemplateText } from '../MessageTemplate';
import { renderTemplateMessage } from '../renderTemplateMessage';
import type { TemplateComponentPayload } from '../TemplateMessagePayload';

/**
 * Writes a template down as a person would read it with its example values; a variable without one keeps its placeholder.
 *
 * The recommendation of an authentication template is not part of it, because its words are Meta's.
 */
export function toExampleText(template: MessageTemplate): string {
	const isNamed = template.parameterFormat === 'NAMED';
	const cards = template.cards.map((card, index) => ({ card_index: index, components: toComponents(card, isNamed) }));
	return renderTemplateMessage(template, [
		...toComponents(template, isNamed),
		...(cards.length > 0 ? [{ type: 'carousel' as const, cards }] : []),
	]);
}

function toComponents({ header, body, buttons }: TemplateSection, isNamed: boolean): TemplateComponentPayload[] {
	return [
		...(header?.text ? toTextComponent('header', header.text, isNamed) : []),
		...(body ? toTextComponent('body', body, isNamed) : []),
		...buttons.flatMap(toButtonComponent),
	];
}

function toTextComponent(type: string, { variables }: TemplateText, isNamed: boolean): TemplateComponentPayload[] {
	if (variables.length === 0) return [];
	const inOrder = isNamed ? variables : [...variables].sort((a, b) => Number(a.name) - Number(b.name));
	const parameters = inOrder.map(({ name, example }) => ({
		type: 'text',
		...(isNamed && { parameter_name: name }),
		text: example === '' ? `{{${name}}}` : example,
	}));
	return [{ type, parameters }];
}

function toButtonComponent({ type, index, label, url = '', paymentKind, example }: TemplateButton): TemplateComponentPayload[] {
	if (example === '') return [];
	const button = { type: 'button', sub_type: type.toLowerCase(), index: String(index) };
	if (type === 'COPY_CODE') return [{ ...button, parameters: [{ type: 'coupon_code', coupon_code: example }] }];
	if (type === 'PAYMENT_REQUEST') {
		const payment_setting = findPaymentRequest(paymentKind, label)?.toSetting(example);
		return payment_setting ? [{ ...button, parameters: [{ type: 'action', action: { payment_request: { payment_setting } } }] }] : [];
	}
	const [base = '', ...rest] = url.split('{{');
	if (type !== 'URL' || rest.length === 0) return [];
	const text = example.startsWith(base) ? example.slice(base.length) : example;
	return [{ ...button, parameters: [{ type: 'text', text }] }];
}
