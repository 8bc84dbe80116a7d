import { findPaymentRequest, PAYMENT_REQUESTS } from '../../orders/paymentRequests';
import { refuse } from './refuse';
import type { DraftButton } from './TemplateDraft';

/**
 * Checks a button that asks for a payment: which one, and the sample of its code.
 *
 * @param label - names a field of the button
 * @throws {TemplateParameterError} when there is no such payment, or the sample cannot be one of its codes
 */
export function checkPayment(label: (field: string) => string, { paymentKind, paymentSample }: DraftButton): void {
	const request = findPaymentRequest(paymentKind, '');
	if (request === undefined) {
		return refuse(label('Payment'), `is not one that WhatsApp knows: ${paymentKind.slice(0, 40)}`, `Give one of ${PAYMENT_REQUESTS.map(({ value }) => value).join(', ')}.`);
	}
	if (paymentSample === '') refuse(label('Payment Sample'), 'is empty.', `Give ${request.needs}, as one that you are going to send.`);
	if (request.toSetting(paymentSample)) return;
	refuse(label('Payment Sample'), `is not what ${request.name} needs: ${paymentSample.slice(0, 60)}`, `Give ${request.needs}.`);
}
