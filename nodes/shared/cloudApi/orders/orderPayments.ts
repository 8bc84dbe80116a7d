import { parseLink } from '../../domain/parseLink';
import type { OrderCountryCode } from './OrderCountry';
import { boletoSetting, gatewaySetting, linkSetting, pixSetting, upiSetting, type PaymentSetting, type PixAccount } from './paymentSettings';
import { readBoletoDigits } from './readBoletoDigits';

/** A way to pay an order within WhatsApp, as one code says it. */
export interface OrderPayment {
	/** For the form. */
	name: string;
	/** By which values name it. */
	value: string;
	country: OrderCountryCode;
	/** What the form says of the one thing that it needs. */
	needs: string;
	/** What Meta calls the kind of payment beside the settings; undefined where its samples have none. */
	paymentType?: 'upi' | 'br';
	/** Whether the one thing is the name of a payment configuration, which stands in place of the settings; false when undefined. */
	isConfiguration?: boolean;
	/** Puts that into Meta's shape; undefined when it cannot be right, and for a configuration. */
	toSetting(code: string, readAccount: () => PixAccount): PaymentSetting | undefined;
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
	{ name: 'Boleto (Brazil)', value: 'boleto', country: 'BR', needs: 'its digitable line', paymentType: 'br', toSetting: toBoleto },
	{ name: 'Payment Link (Brazil)', value: 'payment_link_br', country: 'BR', needs: LINK, paymentType: 'br', toSetting: toPaymentLink },
	{ name: 'Pix (Brazil)', value: 'pix', country: 'BR', needs: 'the dynamic Pix code', paymentType: 'br', toSetting: toPix },
	{ name: 'BillDesk (India)', value: 'billdesk', country: 'IN', needs: CONFIGURATION, toSetting: toGateway('billdesk') },
	{ name: 'Payment Link (India)', value: 'payment_link_in', country: 'IN', needs: LINK, paymentType: 'upi', toSetting: toPaymentLink },
	{ name: 'PayU (India)', value: 'payu', country: 'IN', needs: CONFIGURATION, toSetting: toGateway('payu') },
	{ name: 'Razorpay (India)', value: 'razorpay', country: 'IN', needs: CONFIGURATION, toSetting: toGateway('razorpay') },
	{ name: 'UPI (India)', value: 'upi', country: 'IN', needs: 'a link that begins with upi://pay? and names the account in pa', toSetting: upiSetting },
	{ name: 'UPI Configuration (India)', value: 'upi_configuration', country: 'IN', needs: CONFIGURATION, paymentType: 'upi', isConfiguration: true, toSetting: () => undefined },
	{ name: 'Zaakpay (India)', value: 'zaakpay', country: 'IN', needs: CONFIGURATION, toSetting: toGateway('zaakpay') },
];

function toPaymentLink(code: string): PaymentSetting | undefined {
	return parseLink(code, ['https']) ? linkSetting(code) : undefined;
}

function toGateway(type: string): OrderPayment['toSetting'] {
	return (code) => gatewaySetting(type, code);
}

function toPix(code: string, readAccount: () => PixAccount): PaymentSetting {
	return pixSetting(code, readAccount());
}

function toBoleto(code: string): PaymentSetting | undefined {
	const digits = readBoletoDigits(code);
	return digits === undefined ? undefined : boletoSetting(digits);
}
