/** What a webhook reported, reduced to what the window rule asks about. */
export type InboundEvent =
	| {
			event: 'message';
			/** Meta's message type, for example `text`. */
			type: string;
			/** Type of an `interactive` message, for example `list_reply`; undefined otherwise. */
			interactiveType?: string;
			/** True when WhatsApp itself sent the message, not the user (`response_source: automatic`). */
			isAutomatic?: boolean;
			/** Group the message was written in; undefined in a conversation of two. */
			groupId?: string;
	  }
	| {
			event: 'call';
			/** Meta's call event, for example `connect` or `terminate`. */
			callEvent?: string;
			/** `USER_INITIATED` or `BUSINESS_INITIATED`. */
			direction?: string;
	  }
	| {
			event: 'callStatus';
			/** Status of a call that the business made, for example `ACCEPTED`. */
			callStatus?: string;
	  }
	| { event: 'status' | 'paymentStatus' | 'echo' | 'history' | 'preference' | 'consentChange' | 'templateChange' | 'accountChange' | 'other' };

/**
 * Message types that a user writes, taps or speaks, and that open the window by Meta's rule "messages you".
 * `request_welcome` carries no text and opens it all the same: Meta says so.
 */
const OPENING_MESSAGE_TYPES = new Set([
	'text',
	'image',
	'audio',
	'video',
	'document',
	'sticker',
	'location',
	'contacts',
	'order',
	'button',
	'request_welcome',
]);

/**
 * Says whether an event opens, or refreshes, the customer service window of a business number and a user; see {@link opensGroupWindow} for
 * that of a group.
 *
 * Messages that the user wrote, calls that the user made (also missed ones) and business calls that the user accepted
 * open it. Statuses, echoes, history, preferences and everything the business sent do not.
 *
 * Where Meta is silent the answer is no, because the two mistakes do not cost the same: a window wrongly taken as open
 * loses a message after the API said 200, a window wrongly taken as closed costs one template. That covers
 * - `reaction` (set or removed), `edit` and `revoke`: Meta's pages do not say whether they count as a message;
 * - `unsupported`: it may come from another business, not from a user;
 * - `system`: reports a change, nobody wrote;
 * - messages in a group: no evidence for the conversation of two;
 * - an `interactive` message with `response_source: automatic`: the call that caused it counts, not the reply;
 * - types that are not known yet.
 *
 * Of an `interactive` message what was tapped need not be known (`payment_method` was not, once): it is in all its kinds the
 * answer of a person to a message of the business, and so a message that the user sent.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages (read 2026-05)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/pricing (read 2026-04)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/conversational-components (read 2025-12)
 */
export function opensWindow(event: InboundEvent): boolean {
	switch (event.event) {
		case 'message':
			if (event.groupId) return false;
			return event.type === 'interactive' ? !event.isAutomatic : OPENING_MESSAGE_TYPES.has(event.type);
		case 'call':
			return event.direction === 'USER_INITIATED' && event.callEvent === 'connect';
		case 'callStatus':
			return event.callStatus === 'ACCEPTED';
		default:
			return false;
	}
}

/**
 * Says whether an event opens, or refreshes, the customer service window of a business number and a group: a message in it by any of its
 * members does that opens a window elsewhere, and nothing else. It does nothing for the window of its writer.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/pricing (dated 2026-05-21)
 */
export function opensGroupWindow(event: InboundEvent): boolean {
	return event.event === 'message' && event.groupId !== undefined && opensWindow({ ...event, groupId: undefined });
}
