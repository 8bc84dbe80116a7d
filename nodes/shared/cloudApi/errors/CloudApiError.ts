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
