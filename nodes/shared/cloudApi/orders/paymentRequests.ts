import { parseLink } from '../../domain/parseLink';
import { readBoletoDigits } from './readBoletoDigits';
import { boletoSetting, linkSetting, pixSetting, type PaymentSetting } from './paymentSettings';

/** A payment in Brazil that a button of a template asks for, without an order. */
export interface PaymentRequest {
	/** For the form. */
	name: string;
	/** Meta's word. */
	value: string;
	/** The words on the button, which are Meta's. */
	text: string;
	/** What it is paid by, for the person who writes it. */
	needs: string;
	/** Puts the code or the link into Meta's shape; undefined when it cannot be right. */
	toSetting(code: string): PaymentSetting | undefined;
}

/**
 * The payments that a button of a template can ask for.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/payment-request-cta (dated 2026-05-06)
 */
export const PAYMENT_REQUESTS: readonly PaymentRequest[] = [
	{ name: 'Boleto', value: 'boleto', text: 'Copy Boleto code', needs: 'its digitable line', toSetting: toBoleto },
	{ name: 'Payment Link', value: 'payment_link', text: 'Open payment link', needs: 'a link that begins with https://', toSetting: toLink },
	{ name: 'Pix', value: 'pix_dynamic_code', text: 'Copy Pix code', needs: 'the dynamic Pix code', toSetting: (code) => pixSetting(code) },
];

/**
 * Finds the payment that a button asks for.
 *
 * @param kind - Meta's word; where it is undefined, the words on the button say which
 */
export function findPaymentRequest(kind: string | undefined, text: string): PaymentRequest | undefined {
	return PAYMENT_REQUESTS.find((request) => (kind === undefined ? request.text === text : request.value === kind));
}

function toBoleto(code: string): PaymentSetting | undefined {
	const digits = readBoletoDigits(code);
	return digits === undefined ? undefined : boletoSetting(digits);
}

function toLink(code: string): PaymentSetting | undefined {
	return parseLink(code, ['https']) ? linkSetting(code) : undefined;
}
