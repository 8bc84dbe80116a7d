/** An item as it is counted. */
export interface CountedItem {
	/** In Meta's shape. */
	item: Record<string, unknown>;
	quantity: number;
	/** What one of it costs, after what is taken off its price; in the currency's smallest unit. */
	price: number;
}

/** What is added to the items or taken off them: in the currency's smallest unit; undefined where it was not given. */
export interface Charges {
	tax: number | undefined;
	shipping: number | undefined;
	discount: number | undefined;
}

/**
 * Calculates what an order comes to: subtotal + tax + shipping - discount = total, in the currency's smallest unit.
 *
 * @returns a total that may be nothing, or less
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/orders (dated 2026-03-25)
 */
export function sumOrder(items: readonly CountedItem[], { tax, shipping, discount }: Charges): { subtotal: number; total: number } {
	const subtotal = items.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
	return { subtotal, total: subtotal + (tax ?? 0) + (shipping ?? 0) - (discount ?? 0) };
}
