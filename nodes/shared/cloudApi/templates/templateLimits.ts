/**
 * How long the texts of a template message may be with their values in place, in UTF-16 code units: never less than what Meta
 * counts.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components (read 2026-09-11)
 */
export const TEXT_LIMITS = {
	header: 60,
	body: 1024,
	/** With a limited-time offer. */
	offerBody: 600,
	/** With a product button. */
	productBody: 160,
	/** In a card of a carousel. */
	cardBody: 160,
} as const;

/** Most characters of a coupon code and of a one-time code (templates/components, authentication-templates; read 2026-09-11). */
export const LONGEST_CODE = 15;

/** Most characters of a button's whole address (templates/components, read 2026-09-11). */
export const LONGEST_URL = 2000;

/** What a button for several products holds at most (templates/components, read 2026-09-11). */
export const PRODUCT_LIMITS = { sections: 10, products: 30, sectionTitle: 24 } as const;

/** How long a business call stays on offer at most: 30 days, in minutes (calling/user-initiated-calls; unsure). */
export const LONGEST_CALL_OFFER_MINUTES = 43_200;

/** Most cards of a carousel (templates/components, read 2026-09-11). */
export const MOST_CARDS = 10;
