import type { InboundEvent } from '../../domain/opensWindow';
import type { MessagePrice } from '../../domain/MessageStatus';
import type { IdentityChange } from '../reading/IdentityChange';
import type { MessageMedia } from '../reading/MessageMedia';
import type { MessageReferral } from '../reading/MessageReferral';
import type { Payment } from '../reading/Payment';
import type { ConsentChangeEvent } from './ConsentChangeEvent';
import type { EventOrigin, EventUser } from './EventOrigin';
import type { WebhookError } from './WebhookError';

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
	/** True when the message was forwarded to the business; `isFrequentlyForwarded` from the sixth time on. */
	isForwarded?: boolean;
	isFrequentlyForwarded?: boolean;
	/** Product the message asks about; undefined when it asks about none. */
	referredProduct?: { catalogId?: string; productRetailerId?: string };
	/** The ad or post through which the user came; undefined when there is none. */
	referral?: MessageReferral;
	/** The file that came with the message; undefined when there is none. */
	media?: MessageMedia;
	/** Of a `system` message that reports new IDs of its user: which IDs replace which. */
	identityChange?: IdentityChange;
	/** What Meta says about who owns the conversation (`conversation_context`), untouched; undefined when nothing. */
	conversationContext?: Record<string, unknown>;
	/** Meta's errors, for example why a message is `unsupported`; empty otherwise. */
	errors: WebhookError[];
	/** True when another responder owns the conversation, and this app only listens (field `standby`). It opens the window all the same. */
	isStandby?: boolean;
	/** True when the person asks for a person of the business. Found by the trigger, with the words that its builder chose. */
	asksForPerson?: boolean;
	/** What the message says about consent; undefined where it says nothing. Found by the trigger, with the words that its builder chose. */
	consentChange?: ConsentChangeEvent;
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
	/** What the message costs; undefined unless the status says. */
	price?: MessagePrice;
	/** When the free entry point that it was sent in ends; epoch milliseconds, UTC; undefined outside one. */
	freeUntilMs?: number;
	/** What the sender attached to the message (`biz_opaque_callback_data`); undefined when nothing. */
	callbackData?: string;
	/** Group the message was sent to; undefined in a conversation of two. */
	groupId?: string;
	/** Names the member of the group whose status it is; undefined where it is the group's own, and in a conversation of two. */
	participantId?: string;
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
	/** How a call ended, for example `COMPLETED` or `FAILED`; undefined before it has. */
	callStatus?: string;
	/** When it was answered and when it ended; epoch milliseconds, UTC; undefined when the webhook does not say. */
	startedAtMs?: number;
	endedAtMs?: number;
	durationSeconds?: number;
	/** The recording of the call; undefined in all events but the one that offers it. */
	recording?: MessageMedia;
	/** The transcript of the call; undefined in all events but the one that offers it. */
	transcript?: MessageMedia;
	/** Meta's errors of a call that failed; empty otherwise. */
	errors: WebhookError[];
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
	/** Meta's errors of a call that failed; empty otherwise. */
	errors: WebhookError[];
}

/** What became of the payment of an order. It says nothing about the message that asked for it. */
export interface PaymentStatusEvent extends EventOrigin, EventUser {
	event: 'paymentStatus';
	phoneNumberId: string;
	/** wamid of the message that asked for the payment; undefined when not named. */
	messageId?: string;
	/** Meta's word, for example `pending`, `captured` or `failed`. */
	paymentStatus: string;
	payment: Payment;
	/** Meta's timestamp; epoch milliseconds, UTC; never later than the arrival. */
	atMs: number;
	/** True when there was no readable timestamp, and `atMs` is when it arrived. */
	isTimestampMissing?: boolean;
}

/** A person stopped or resumed marketing messages of the business, or signed up for them. */
export interface PreferenceEvent extends EventOrigin, EventUser {
	event: 'preference';
	/** Meta's word, for example `marketing_messages`. */
	category: string;
	/** Meta's word: stop, resume, signup. */
	value: string;
	/** Meta's explanation, for people. */
	detail?: string;
	/** Sign-up link through which the person came; undefined otherwise. */
	signupId?: string;
	/** When the person said so; epoch milliseconds, UTC; never later than the arrival. */
	atMs: number;
	/** True when there was no readable timestamp, and `atMs` is when it arrived. */
	isTimestampMissing?: boolean;
}

/** A message that the business sent from the WhatsApp Business app or elsewhere. `user` is whom it wrote to. */
export interface EchoEvent extends EventOrigin, EventUser {
	event: 'echo';
	messageId: string;
	type: string;
	text?: string;
	/** The file that came with it; undefined when there is none. */
	media?: MessageMedia;
	/** Of an `edit` or a `revoke`: wamid of the message that was changed or deleted. */
	originalMessageId?: string;
	/** Epoch milliseconds, UTC; never later than the arrival. */
	atMs: number;
	/** True when there was no readable timestamp, and `atMs` is when it arrived. */
	isTimestampMissing?: boolean;
}

/** A message template changed its state, quality, category or content. */
export interface TemplateChangeEvent extends EventOrigin {
	event: 'templateChange';
	change: 'status' | 'quality' | 'category' | 'components';
	/** Undefined when the webhook does not say. */
	templateId?: string;
	templateName?: string;
	/** Language code as sends want it: `en_US`, also where the webhook writes `en-US`. */
	language?: string;
	/** Of `status`: Meta's event, for example `APPROVED` or `PAUSED`. */
	status?: string;
	/** Why, in Meta's word, for example `INVALID_FORMAT` or `FIRST_PAUSE`; undefined when Meta gives no reason. */
	reason?: string;
	/** What Meta says about it, for people; undefined when nothing. */
	description?: string;
	/** Of `quality`: GREEN, YELLOW, RED, UNKNOWN. */
	quality?: string;
	previousQuality?: string;
	/** The category in force, in capitals. */
	category?: string;
	previousCategory?: string;
	/** Of a notice beforehand: the category that the template will have from `effectiveAtMs` on. */
	upcomingCategory?: string;
	/** When the change takes or took effect; epoch milliseconds, UTC; undefined when not said. */
	effectiveAtMs?: number;
	/** When Meta triggered the webhook; epoch milliseconds, UTC; never later than the arrival; undefined when not said. */
	atMs?: number;
}

/** Something about the account or one of its business numbers changed. */
export interface AccountChangeEvent extends EventOrigin {
	event: 'accountChange';
	/** Meta's word for what happened, for example `DISABLED_UPDATE` or `THROUGHPUT_UPGRADE`; the decision of a review. */
	change?: string;
	/** Severity of an alert, for example `CRITICAL`. */
	severity?: string;
	/** How many people may be written to in a day, in Meta's word (`TIER_10K`) or as a number in text; undefined when not said. */
	messagingLimit?: string;
	/** The limit before; undefined when not said. */
	previousMessagingLimit?: string;
	/** How many business numbers the account or the business may have; undefined when not said. */
	maxPhoneNumbers?: number;
	/** The display name that was judged, or the username that was changed; undefined when neither was. */
	name?: string;
	/** What the account may not do any more, and until when (epoch milliseconds, UTC); undefined when nothing is. */
	restrictions?: Array<{ type: string; untilMs?: number }>;
	/** The category that a tier of prices is about, for example `MARKETING`; undefined when none is. */
	category?: string;
	/** The tier of prices that the account has reached, as Meta writes it; undefined when none is. */
	priceTier?: string;
	/** What Meta says about it, for people. */
	description?: string;
	/** Epoch milliseconds, UTC; never later than the arrival; undefined when not said. */
	atMs?: number;
}

/** History, and everything that nobody knows yet. None of it opens a window. */
export interface OtherEvent extends EventOrigin {
	event: 'history' | 'other';
	/** When it happened, else when Meta triggered the webhook; epoch milliseconds, UTC; never later than the arrival; undefined when not said. */
	atMs?: number;
	/** Of field `user_id_update`: which IDs of a person replace which. */
	identityChange?: IdentityChange;
	/** Of field `messaging_handovers`: who answers a person from now on. */
	handover?: Handover;
}

/** The control over a conversation went from one responder to another; `user` is the person in it. */
export interface Handover extends EventUser {
	/** `passed`: this app owns the conversation now; `taken`: it does no longer. */
	control: 'passed' | 'taken';
	/** Meta's words, for example `ai_agent`, `customer_service` or `escalation`; undefined when not said. */
	previousOwnerRole?: string;
	newOwnerRole?: string;
	/** What the one who handed it over has written for the other; undefined when nothing. */
	metadata?: string;
}

/** One thing a webhook reported. Every event answers the question of the window rule. */
export type WebhookEvent = (
	| MessageEvent
	| StatusEvent
	| CallEvent
	| CallStatusEvent
	| PaymentStatusEvent
	| PreferenceEvent
	| ConsentChangeEvent
	| EchoEvent
	| TemplateChangeEvent
	| AccountChangeEvent
	| OtherEvent
) &
	InboundEvent;
