/** What Meta asks of the orders of one country. */
export interface OrderCountry {
	name: string;
	/** ISO 4217. */
	currency: string;
	/** How long the reference may be. */
	longestReference: number;
}

/**
 * The countries in which WhatsApp takes payments, by ISO 3166 code.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/orders (dated 2026-03-25)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/upi-intent/dynamic-vpa (dated 2026-05-21)
 */
export const ORDER_COUNTRIES: Readonly<Record<'BR' | 'IN', OrderCountry>> = {
	BR: { name: 'Brazil', currency: 'BRL', longestReference: 60 },
	IN: { name: 'India', currency: 'INR', longestReference: 35 },
};

/** A country in which WhatsApp takes payments. */
export type OrderCountryCode = keyof typeof ORDER_COUNTRIES;
