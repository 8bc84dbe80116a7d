/**
 * How long the texts of free-form messages may be. Meta does not say in which unit it counts; this pack counts UTF-16 code
 * units, as n8n's `.length` does, which is never less: a text that passes is short enough either way.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/text-messages (read 2026-05)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages (read 2026-05)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-list-messages (read 2026-05)
 */
export const LONGEST = {
	text: 4096,
	caption: 1024,
	body: 1024,
	listBody: 4096,
	headerText: 60,
	footer: 60,
	buttonTitle: 20,
	buttonId: 256,
	listButton: 20,
	rowTitle: 24,
	rowId: 200,
	rowDescription: 72,
	sectionTitle: 24,
	linkLabel: 20,
	/** flows/guides/sendingaflow, dated 2026-06-16. */
	flowLabel: 30,
	cardBody: 160,
	cardButtonId: 20,
	/** messages/address-messages, read 2025-12. */
	pinCode: 6,
	/** Of orders: payments/payments-br/orders, dated 2026-03-25, and payments/payments-in/pg, dated 2026-05-21. */
	itemName: 60,
	chargeDescription: 60,
	expiryDescription: 120,
	statusDescription: 120,
	paymentConfiguration: 60,
	beneficiaryName: 200,
	beneficiaryLine: 100,
	gatewayNote: 256,
	/** Meta names no limit of a link; browsers and phones take so much. */
	upiLink: 2048,
} as const;

/** How many parts a message may have (the pages above, and messages/interactive-media-carousel-messages; read 2026-05). */
export const MOST = {
	buttons: 3,
	rows: 10,
	sections: 10,
	products: 30,
	cards: 10,
	contacts: 257,
	/** Messages that a long text may become; a choice of this pack. */
	textParts: 10,
	/** Items of an order with pictures of their own (payments/payments-in/pg, dated 2026-05-21). */
	picturedItems: 10,
	/** That Razorpay keeps of an order (the same page). */
	gatewayNotes: 15,
	/** In the body of a card. */
	cardLineBreaks: 2,
} as const;

/** A carousel has at least this many cards. */
export const LEAST_CARDS = 2;
