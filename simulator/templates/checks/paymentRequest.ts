import type { JsonObject } from '../../JsonObject.ts';
import { toJsonObject } from '../../toJsonObject.ts';

/** The words on the button that asks for each kind of payment, and the member with its code. */
const KINDS: Readonly<Record<string, { text: string; code: string }>> = {
	boleto: { text: 'Copy Boleto code', code: 'digitable_line' },
	payment_link: { text: 'Open payment link', code: 'uri' },
	pix_dynamic_code: { text: 'Copy Pix code', code: 'code' },
};

/** A payment that a button of a template asks for. */
export interface PaymentRequest {
	/** Meta's word. */
	kind: string;
	/** What its button says. */
	text: string;
	/** What it copies or opens. */
	code: string;
}

/**
 * Reads the setting of a payment, of a template or of a message.
 *
 * @returns undefined for another kind, and for one without a code
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/payment-request-cta (dated 2026-05-06)
 */
export function readPaymentSetting(setting: unknown): PaymentRequest | undefined {
	const { type, ...means } = toJsonObject(setting) ?? {};
	const kind = Object.hasOwn(KINDS, String(type)) ? String(type) : '';
	const rule = KINDS[kind];
	const code = toJsonObject(means[kind])?.[rule?.code ?? ''];
	return rule && typeof code === 'string' && code !== '' ? { kind, text: rule.text, code } : undefined;
}

/** What was sent for the button that asks for a payment. */
export function readSentPayment(parameter: JsonObject | undefined): PaymentRequest | undefined {
	const request = toJsonObject(toJsonObject(parameter?.action)?.payment_request);
	return parameter?.type === 'action' ? readPaymentSetting(request?.payment_setting) : undefined;
}
