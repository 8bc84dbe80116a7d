/** What decides where a webhook goes. */
export interface WebhookRoute {
	/** Webhook field; undefined for bytes of one's own that name none. */
	field?: string;
	/** Business number it is about; undefined when it is about none. */
	phoneNumberId?: string;
	/** True for a test webhook: it goes out whatever the app is subscribed to. */
	isTest: boolean;
}
