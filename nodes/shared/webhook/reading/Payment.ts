/** What an amount is: a number of whole units, `210.5` for 210.50 rupees, and its currency by ISO 4217. */
export interface PaymentAmount {
	value: number;
	/** Undefined where the webhook does not say. */
	currency?: string;
}

/** One try to pay an order. */
export interface PaymentTransaction {
	/** The payment provider's own ID. */
	id?: string;
	/** How it was paid, for example `upi`. */
	type?: string;
	/** Meta's word, for example `success`, `failed` or `pending`. */
	status?: string;
	amount?: PaymentAmount;
	/** Epoch milliseconds, UTC. */
	createdAtMs?: number;
	/** Epoch milliseconds, UTC. */
	updatedAtMs?: number;
	/** Why it failed, as the provider says; undefined when it did not. */
	error?: { code?: string; reason?: string };
}

/**
 * The payment that a status is about. What the webhook does not say is undefined.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in (read 2026-11-25)
 */
export interface Payment {
	/** The reference that the business gave the order. */
	referenceId?: string;
	amount?: PaymentAmount;
	transaction?: PaymentTransaction;
	/** Receipt number, as the business gave it. */
	receipt?: string;
}
