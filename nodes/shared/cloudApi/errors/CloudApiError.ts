import { WhatsAppSessionError } from '../../domain/WhatsAppSessionError';
import type { RetryClass } from './RetryClass';

/** What a {@link CloudApiError} is made of. */
export interface CloudApiRefusal {
	message: string;
	advice: string;
	code: number;
	retry: RetryClass;
	httpStatus?: number;
	subcode?: number;
	details?: string;
	fbtraceId?: string;
}

/**
 * Meta answered, and the answer was a refusal; the class for every code that has none of its own.
 *
 * Made by `toCloudApiError` alone, from answers of the API and from `errors[]` of webhooks.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (read 2026-09-11)
 */
export class CloudApiError extends WhatsAppSessionError {
	/** Meta's error code; the field to decide by. */
	readonly code: number;
	/** Whether repeating makes sense. */
	readonly retry: RetryClass;
	/** HTTP status of the answer; undefined for an error that came with a webhook. */
	readonly httpStatus?: number;
	/** Meta's subcode, which it calls deprecated; undefined when there is none. */
	readonly subcode?: number;
	/** Meta's own explanation, without tokens and message text; empty when it gave none. */
	readonly details: string;
	/** Names the request to Meta's support; empty when Meta gave none. */
	readonly fbtraceId: string;

	constructor(refusal: CloudApiRefusal) {
		super(refusal.message, { advice: refusal.advice });
		this.code = refusal.code;
		this.retry = refusal.retry;
		this.httpStatus = refusal.httpStatus;
		this.subcode = refusal.subcode;
		this.details = refusal.details ?? '';
		this.fbtraceId = refusal.fbtraceId ?? '';
	}

	/**
	 * True when the answer to a send does not rule out that the message went out: Meta reported a failure of its own.
	 * Says nothing about an error that came with a webhook.
	 */
	get wasPossiblySent(): boolean {
		return this.retry === 'maybe' && this.httpStatus !== undefined;
	}
}

/** The access token is missing, expired, or not allowed to do this. No send with it will work until it is changed. */
export class AuthorizationError extends CloudApiError {}

/** Too much was sent or asked for in too short a time; `retry` says whether waiting within a run helps. */
export class RateLimitError extends CloudApiError {}

/**
 * A free-form message met a closed customer service window (131047).
 *
 * Never to be repeated: only a template message helps.
 */
export class ReEngagementError extends CloudApiError {}

/**
 * A free-form message went into a conversation that another responder owns (131070).
 *
 * Not to be repeated before that one hands it over; a template message goes out all the same.
 */
export class AnotherResponderError extends CloudApiError {}

/**
 * A message by Direct Send that this account may not send: Meta has not enabled it (100), or has blocked it (139200).
 *
 * Not to be repeated; a template of one's own goes out all the same.
 */
export class DirectSendError extends CloudApiError {}

/** This person cannot be reached with this message; another person may be. */
export class RecipientError extends CloudApiError {}

/** The message template, its state or the values given for it were refused. */
export class TemplateError extends CloudApiError {}
