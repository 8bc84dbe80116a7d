import type { JsonObject } from '../../JsonObject.ts';
import type { MessageButton } from '../../world/MessageButton.ts';
import { orderTotal } from '../checks/checkOrder.ts';
import { readSentPayment } from '../checks/paymentRequest.ts';
import { isCodeButton } from '../isCodeButton.ts';
import type { TemplateButton } from '../TemplateDefinition.ts';

/**
 * Shows a button: its words (or its type, where it has none) and what it opens or copies.
 *
 * @param parameter - what was sent for it; undefined when nothing was
 */
export function renderButton(button: TemplateButton, parameter: JsonObject | undefined): MessageButton {
	const text = button.text ?? button.type;
	if (button.type === 'QUICK_REPLY') {
		return { kind: 'quickReply', text, value: typeof parameter?.payload === 'string' ? parameter.payload : text };
	}
	const opens = targetOf(button, parameter);
	return { kind: 'other', text, value: '', ...(opens && { opens }) };
}

function targetOf(button: TemplateButton, parameter: JsonObject | undefined): string | undefined {
	if (isCodeButton(button)) return undefined;
	switch (button.type) {
		case 'URL': {
			const end = parameter?.text;
			return button.url?.replace(/\{\{[^{}]*\}\}/, (variable) => (typeof end === 'string' ? end : variable));
		}
		case 'COPY_CODE':
			return parameter?.coupon_code === undefined ? undefined : String(parameter.coupon_code);
		case 'ORDER_DETAILS':
			return orderTotal(parameter);
		case 'PAYMENT_REQUEST':
			return readSentPayment(parameter)?.code;
		case 'PHONE_NUMBER':
			return button.phone_number;
		default:
			return undefined;
	}
}
