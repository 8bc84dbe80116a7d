/**
 * Whether WhatsApp takes these characters as the reference of an order; how long it may be is the country's matter.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/orders (dated 2026-03-25)
 */
export function isOrderReference(text: string): boolean {
	return /^[\w.-]+$/.test(text);
}
