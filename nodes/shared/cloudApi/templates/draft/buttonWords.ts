/** What the form calls the kinds of buttons, by Meta's words. */
export const BUTTON_NAMES: Readonly<Record<string, string>> = {
	QUICK_REPLY: 'Quick Reply',
	URL: 'Visit Website',
	PHONE_NUMBER: 'Call Phone Number',
	COPY_CODE: 'Copy Offer Code',
	FLOW: 'Complete Flow',
	VOICE_CALL: 'Call on WhatsApp',
	CATALOG: 'View Catalog',
	MPM: 'View Products',
	SPM: 'View Product',
	ORDER_DETAILS: 'Pay for Order',
	PAYMENT_REQUEST: 'Request Payment',
	REQUEST_CONTACT_INFO: 'Share Contact Info',
};

/**
 * The words on buttons that a business cannot choose.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates (read 2026-11-27)
 */
export const FIXED_BUTTON_TEXTS: Readonly<Record<string, string>> = {
	CATALOG: 'View catalog',
	MPM: 'View items',
	SPM: 'View',
	REQUEST_CONTACT_INFO: 'Share Contact Info',
};

/** The words on a button of Meta's checkout for one product, whose templates are not marked as order details. */
export const CHECKOUT_TEXT = 'Buy now';

/** The words on a button for an order, in India. */
export const REVIEW_TEXT = 'Review and Pay';

/** The kinds of buttons that a card with a picture or video may have; a card with a product has SPM or URL. */
export const CARD_BUTTONS: readonly string[] = ['QUICK_REPLY', 'URL', 'PHONE_NUMBER', 'ORDER_DETAILS'];
