/**
 * What a template's definition may hold at most; lengths in UTF-16 code units, which is never less than what Meta counts.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components (read 2026-09-11)
 */
export const DRAFT_LIMITS = {
	/** Characters of a name (templates/overview, read 2026-09-11). */
	name: 512,
	header: 60,
	headerVariables: 1,
	body: 1024,
	/** Of a template with a limited-time offer (templates/marketing-templates/limited-time-offer-templates, read 2026-09-11). */
	offerBody: 600,
	footer: 60,
	buttons: 10,
	buttonText: 25,
	/** Characters of a button's address. */
	url: 2000,
	/** Characters of the number of a call button. */
	phoneNumber: 20,
	/** Characters of an offer code. */
	code: 15,
	/** Characters of what a limited-time offer is called. */
	offerText: 16,
	/** Of a template with a button for a single product (templates/marketing-templates/spm-templates, read 2026-09-11). */
	productBody: 160,
	/** Cards of a carousel, and what each of them holds (templates/marketing-templates/media-card-carousel-templates, read 2026-11-27). */
	cards: { least: 2, most: 10 },
	cardBody: 160,
	cardButtons: 2,
	/** Apps that a one-time code is handed over to, and how they are named (authentication-templates, read 2026-11-27). */
	apps: 5,
	packageName: 224,
	signatureHash: 11,
	/** Minutes that a one-time code may be good for (templates/authentication-templates, read 2026-09-11). */
	codeMinutes: { least: 1, most: 90 },
} as const;

/** How many buttons of one kind a template may have; other kinds are limited by all of them together. */
export const BUTTON_LIMITS: Readonly<Record<string, number>> = {
	URL: 2,
	PHONE_NUMBER: 1,
	COPY_CODE: 1,
	FLOW: 1,
	VOICE_CALL: 1,
	CATALOG: 1,
	MPM: 1,
	SPM: 1,
	ORDER_DETAILS: 1,
	// payments/payments-br/payment-request-cta, dated 2026-05-06.
	PAYMENT_REQUEST: 3,
	REQUEST_CONTACT_INFO: 1,
};

/**
 * What Meta takes as a sample, by MIME type.
 *
 * @see https://developers.facebook.com/docs/graph-api/guides/upload (read 2026-09-11)
 */
export const SAMPLE_TYPES = {
	IMAGE: ['image/jpeg', 'image/jpg', 'image/png'],
	VIDEO: ['video/mp4'],
	// Meta calls a GIF what is a short video (templates/components, read 2026-01).
	GIF: ['video/mp4'],
	DOCUMENT: ['application/pdf'],
} as const;

/**
 * How long a message may wait for the person's phone, in seconds, by category; -1 is 30 days where it is allowed.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/time-to-live (read 2026-09-11)
 */
export const MESSAGE_TTL_SECONDS: Readonly<Record<string, { least: number; most: number; takesMinusOne: boolean }>> = {
	AUTHENTICATION: { least: 30, most: 900, takesMinusOne: true },
	UTILITY: { least: 30, most: 43_200, takesMinusOne: true },
	MARKETING: { least: 43_200, most: 2_592_000, takesMinusOne: false },
};
