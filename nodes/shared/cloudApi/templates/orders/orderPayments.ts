import { parseLink } from '../../../domain/parseLink';

/** A way to pay an order within WhatsApp. */
export interface OrderPayment {
	/** For the form. */
	name: string;
	/** By which values name it. */
	value: string;
	currency: 'INR' | 'BRL';
	/** What the form says of the one thing that it needs. */
	needs: string;
	/** What Meta calls the kind of payment beside the settings; undefined where its samples have none. */
	paymentType?: 'upi' | 'br';
	/** Puts that into Meta's shape; undefined when it cannot be right. */
	toSetting(code: string): Record<string, unknown> | undefined;
}

const CONFIGURATION = 'the name of the payment configuration';
const LINK = 'a link that begins with https://';

/**
 * The ways to pay an order: in India by UPI, a payment gateway or a link, in Brazil by Pix, boleto or a link.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/orderdetailstemplate (read 2025-12)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/payment-links (dated 2026-05-21)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/orders (read 2026-11-27)
 */
export const ORDER_PAYMENTS: readonly OrderPayment[] = [
	{ name: 'Boleto (Brazil)', value: 'boleto', currency: 'BRL', needs: 'its digitable line', paymentType: 'br', toSetting: toBoleto },
	{ name: 'Payment Link (Brazil)', value: 'payment_link_br', currency: 'BRL', needs: LINK, paymentType: 'br', toSetting: toPaymentLink },
	{ name: 'Pix (Brazil)', value: 'pix', currency: 'BRL', needs: 'the dynamic Pix code', paymentType: 'br', toSetting: toPix },
	{ name: 'BillDesk (India)', value: 'billdesk', currency: 'INR', needs: CONFIGURATION, toSetting: toGateway('billdesk') },
	{ name: 'Payment Link (India)', value: 'payment_link_in', currency: 'INR', needs: LINK, paymentType: 'upi', toSetting: toPaymentLink },
	{ name: 'PayU (India)', value: 'payu', currency: 'INR', needs: CONFIGURATION, toSetting: toGateway('payu') },
	{ name: 'Razorpay (India)', value: 'razorpay', currency: 'INR', needs: CONFIGURATION, toSetting: toGateway('razorpay') },
	{ name: 'UPI (India)', value: 'upi', currency: 'INR', needs: 'a link that begins with upi://pay? and names the account in pa', toSetting: toUpi },
	{ name: 'Zaakpay (India)', value: 'zaakpay', currency: 'INR', needs: CONFIGURATION, toSetting: toGateway('zaakpay') },
];

function toUpi(code: string): Record<string, unknown> | undefined {
	const [, query = ''] = /^upi:\/\/pay\?(\S+)$/.exec(code) ?? [];
	return new URLSearchParams(query).get('pa') ? { type: 'upi_intent_link', upi_intent_link: { link: code } } : undefined;
}

function toPaymentLink(code: string): Record<string, unknown> | undefined {
	return parseLink(code, ['https']) ? { type: 'payment_link', payment_link: { uri: code } } : undefined;
}

function toGateway(type: string): OrderPayment['toSetting'] {
	return (code) => ({ type: 'payment_gateway', payment_gateway: { type, configuration_name: code } });
}

/** What the account is called is put in beside the code. */
function toPix(code: string): Record<string, unknown> {
	return { type: 'pix_dynamic_code', pix_dynamic_code: { code } };
}

function toBoleto(code: string): Record<string, unknown> | undefined {
	const digits = code.replace(/[\s.-]/g, '');
	return /^\d{47,48}$/.test(digits) ? { type: 'boleto', boleto: { digitable_line: digits } } : undefined;
}

/** How long the reference of an order may be, by its currency. */
export const REFERENCE_LIMITS = { INR: 35, BRL: 60 } as const;
