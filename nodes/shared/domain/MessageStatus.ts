import type { UserIdentity } from './Session';

/** What became of an outbound message, in Meta's words. */
export type MessageStatusName = 'sent' | 'delivered' | 'read' | 'played' | 'failed';

/** One status notice about an outbound message. It never opens or extends a window. */
export interface MessageStatus {
	/** wamid of the outbound message. */
	messageId: string;
	phoneNumberId: string;
	/** WABA ID; undefined when the webhook names none. */
	businessAccountId?: string;
	/** The recipient as far as the notice names one; may be empty, also of a `failed` notice. */
	user: UserIdentity;
	/** The try of a send that the message came from, as it said itself; undefined for what this pack did not send. */
	claimId?: string;
	/** Meta's word; a status that nobody knows yet is passed on as it is. */
	status: MessageStatusName | (string & {});
	/** Meta's timestamp; epoch milliseconds, UTC. */
	atMs: number;
	/** Meta's error codes of a `failed` notice; empty otherwise. */
	errorCodes: number[];
	/** What the message costs; undefined when the notice does not say. */
	price?: MessagePrice;
	/** Group the message was sent to; undefined in a conversation of two. */
	groupId?: string;
	/** Names the member of the group whose status it is, `user`; undefined where it is the group's own, and in a conversation of two. */
	participantId?: string;
}

/**
 * What a message costs, in Meta's words.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status (read 2026-09-11)
 */
export interface MessagePrice {
	/** For example `marketing`, `utility`, `service`, `authentication_international`; always with underscores. */
	category?: string;
	/**
	 * `regular`, `free_customer_service`, `free_group_customer_service` or `free_entry_point`; undefined when not said. Since
	 * 2026-10-01 a service message costs `regular` beyond the 1,000 free ones of its number and month, and so does a utility template.
	 */
	type?: string;
	/** `paid_exempt` of governments and non-profits, since 2026-10-12; undefined otherwise. */
	subtype?: string;
	/** For example `PMP`, priced per message. */
	model?: string;
	/** Undefined when not said. */
	isBillable?: boolean;
}
