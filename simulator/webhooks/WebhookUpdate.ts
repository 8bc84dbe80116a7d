import type { JsonObject } from '../JsonObject.ts';

/** One change that a webhook reports. */
export interface WebhookUpdate {
	/** Webhook field, for example `messages`. */
	field: string;
	/** Meta's `value` object. */
	value: JsonObject;
	/** IDs of the messages it is about. */
	messageIds: string[];
	/** What happened, in words for the page; no message text. */
	summary: string;
}
