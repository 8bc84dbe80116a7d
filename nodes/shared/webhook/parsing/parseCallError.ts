import { readErrors } from '../reading/readErrors';
import { parseAlarm } from './parseAlarm';
import type { WebhookChange } from './WebhookChange';
import type { CallEvent, OtherEvent } from './WebhookEvent';

/**
 * Reads one of the `errors[]` of field `calls` that stand alone: a call failed before it began, and Meta names neither the call nor the
 * person.
 *
 * @param error - Meta's error object
 * @returns a call that failed; an event `other` when the change names no business number
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/business-initiated-calls (read 2026-03)
 */
export function parseCallError(error: Record<string, unknown>, change: WebhookChange): CallEvent | OtherEvent {
	const alarm = parseAlarm(error, change);
	const { phoneNumberId, eventId } = alarm;
	if (!phoneNumberId) return alarm;
	return {
		...change.origin,
		user: {},
		atMs: change.receivedAtMs,
		isTimestampMissing: true,
		event: 'call',
		eventId,
		phoneNumberId,
		callId: eventId,
		callStatus: 'FAILED',
		errors: readErrors([error]),
		raw: error,
	};
}
