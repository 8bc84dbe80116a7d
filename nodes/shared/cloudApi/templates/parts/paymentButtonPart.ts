import type { PaymentRequest } from '../../orders/paymentRequests';
import type { TemplateButton } from '../MessageTemplate';
import { TemplateParameterError } from '../TemplateParameterError';
import type { TemplatePart } from '../TemplatePart';
import { buttonField } from './buttonField';
import type { SectionPlace } from './SectionPlace';

/**
 * What a button that asks for a payment copies or opens.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/payment-request-cta (dated 2026-05-06)
 */
export function paymentButtonPart(button: TemplateButton, request: PaymentRequest, place: SectionPlace): TemplatePart {
	const field = buttonField(button, place, 'payment_code', 'payment code', { hint: request.needs });
	const index = String(button.index);
	return {
		slot: `button ${index}`,
		fields: [field],
		toComponent(values) {
			const code = values.word(field).trim();
			const setting = request.toSetting(code);
			if (setting === undefined) {
				throw new TemplateParameterError(field.label, `'${field.label}' is not what ${request.name} needs: ${code.slice(0, 60)}`, `Give ${request.needs}.`);
			}
			return { type: 'button', sub_type: 'payment_request', index, parameters: [{ type: 'action', action: { payment_request: { payment_setting: setting } } }] };
		},
	};
}
