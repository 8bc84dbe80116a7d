/** A way to pay in Meta's shape. */
export type PaymentSetting = Record<string, unknown> & { type: string };

/** An account that takes Pix. */
export interface PixAccount {
	merchant_name: string;
	key: string;
	key_type: string;
}

/**
 * A UPI payment of India.
 *
 * @returns undefined when it is not the link of one: it begins with `upi://pay?` and names the account in `pa`
 */
export function upiSetting(link: string): PaymentSetting | undefined {
	const [, query = ''] = /^upi:\/\/pay\?(\S+)$/.exec(link) ?? [];
	return new URLSearchParams(query).get('pa') ? { type: 'upi_intent_link', upi_intent_link: { link } } : undefined;
}

/**
 * A page on which the person pays.
 *
 * @param more - where it goes on to, in India
 */
export function linkSetting(uri: string, more: Record<string, unknown> = {}): PaymentSetting {
	return { type: 'payment_link', payment_link: { uri, ...more } };
}

/** A payment gateway of India, with its configuration in WhatsApp Manager and what it takes beside the order. */
export function gatewaySetting(type: string, configuration: string, fields: Record<string, unknown> = {}): PaymentSetting {
	return { type: 'payment_gateway', payment_gateway: { type, configuration_name: configuration, ...fields } };
}

/** Pix, of Brazil; without its account where a template asks for the payment alone. */
export function pixSetting(code: string, account?: PixAccount): PaymentSetting {
	return { type: 'pix_dynamic_code', pix_dynamic_code: { code, ...account } };
}

/** A boleto, of Brazil. */
export function boletoSetting(line: string): PaymentSetting {
	return { type: 'boleto', boleto: { digitable_line: line } };
}
