/** Where an app wants its webhooks, and which. */
export interface WebhookSubscription {
	/** Receives the POSTs. */
	callbackUrl: string;
	/** Webhook fields; undefined means all of them. */
	fields?: string[];
}
