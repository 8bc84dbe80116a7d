import type { InboundEvent } from '../domain/opensWindow';
import type { UserIdentity } from '../domain/Session';

/** What every event of a webhook carries. */
export interface EventOrigin {
	/** WABA ID; undefined when the entry names none. */
	businessAccountId?: string;
	/** Graph ID of the business number the event belongs to; undefined for events of the account or of templates. */
	phoneNumberId?: string;
	/** The business number as people read it; undefined when the webhook does not say. */
	displayPhoneNumber?: string;
	/** Meta's webhook field, for example `messages`. */
	field: string;
	/** Meta's own object, untouched. */
	raw: Record<string, unknown>;
}

/** Who an event is about. */
export interface EventUser {
	/** Canonical IDs for the store; empty when the event names nobody. */
	user: UserIdentity;
	/** The wa_id as WhatsApp wrote it, digits without `+`; undefined when the number is hidden. */
	waId?: string;
	/** The name the person chose in WhatsApp; undefined when not given. */
	profileName?: string;
	/** The username the person adopted, without `@`; undefined when the webhook names none. */
	username?: string;
}

/** An inbound message of a user. */
export interface MessageEvent extends EventOrigin, EventUser {
	event: 'message';
	phoneNumberId: string;
	/** wamid; the key for de-duplication. A stable stand-in made from the content when the webhook left it out. */
	messageId: string;
	/** Meta's message type; a type nobody knows yet is passed on as it is. */
	type: string;
	/** When the user wrote, by WhatsApp's clock; epoch milliseconds, UTC; never later than the arrival. */
	atMs: number;
	/** True when there was no readable timestamp, and `atMs` is when it arrived. Such an event proves nothing. */
	isTimestampMissing?: boolean;
	/** The text a person would read, whatever the type; undefined when there is none. */
	text?: string;
	/** Type of an `interactive` message, for example `list_reply`. */
	interactiveType?: string;
	/** True when WhatsApp itself sent it (`response_source: automatic`). */
	isAutomatic?: boolean;
	/** Group the message was written in; undefined in a conversation of two. */
	groupId?: string;
	/** wamid of the message this one answers; undefined when it answers none. */
	repliesTo?: string;
	/** True when the user came through a click-to-WhatsApp ad. */
	hasReferral: boolean;
}

/** What became of an outbound message. */
export interface StatusEvent extends EventOrigin, EventUser {
	event: 'status';
	phoneNumberId: string;
	/** wamid of the outbound message. */
	messageId: string;
	/** Meta's word: sent, delivered, read, played, failed. */
	status: string;
	/** Meta's timestamp; epoch milliseconds, UTC; never later than the arrival. */
	atMs: number;
	/** True when there was no readable timestamp, and `atMs` is when it arrived. Such an event proves nothing. */
	isTimestampMissing?: boolean;
	/** Meta's errors of a failed message; empty otherwise. */
	errors: WebhookError[];
}

/** A call, made by either side. */
export interface CallEvent extends EventOrigin, EventUser {
	event: 'call';
	phoneNumberId: string;
	callId: string;
	callEvent?: string;
	direction?: string;
	/** When the call event happened; epoch milliseconds, UTC; never later than the arrival. */
	atMs: number;
	/** True when there was no readable timestamp, and `atMs` is when it arrived. Such an event proves nothing. */
	isTimestampMissing?: boolean;
}

/** What became of a call that the business made. */
export interface CallStatusEvent extends EventOrigin, EventUser {
	event: 'callStatus';
	phoneNumberId: string;
	callId: string;
	callStatus: string;
	/** Meta's timestamp; epoch milliseconds, UTC; never later than the arrival. */
	atMs: number;
	/** True when there was no readable timestamp, and `atMs` is when it arrived. Such an event proves nothing. */
	isTimestampMissing?: boolean;
}

/**
 * Everything else: echoes, history, preferences, and fields that nobody knows yet. None of it opens a window.
 *
 * `user` is there for an echo (whom the business wrote to) and a preference (whose it is), undefined otherwise.
 */
export interface OtherEvent extends EventOrigin, Partial<EventUser> {
	event: 'echo' | 'history' | 'preference' | 'other';
}

/** One thing a webhook reported. Every event answers the question of the window rule. */
export type WebhookEvent = (MessageEvent | StatusEvent | CallEvent | CallStatusEvent | OtherEvent) & InboundEvent;

/** An error in the shape webhooks give it; the same codes as in API answers. */
export interface WebhookError {
	code: number;
	title?: string;
	message?: string;
	details?: string;
}
