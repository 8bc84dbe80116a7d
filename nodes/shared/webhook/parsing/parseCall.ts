import { asBsuid } from '../reading/asBsuid';
import { asId } from '../reading/asId';
import { asRecord } from '../reading/asRecord';
import { asWaId } from '../reading/asWaId';
import { asWord } from '../reading/asWord';
import { contentId } from '../reading/contentId';
import { readErrors } from '../reading/readErrors';
import { readFile } from '../reading/readFile';
import { readInstant } from '../reading/readInstant';
import { readTimestamp } from '../reading/readTimestamp';
import { toEventId } from './toEventId';
import type { WebhookChange } from './WebhookChange';
import type { NamedUser } from '../reading/WebhookContacts';
import type { CallEvent } from './WebhookEvent';

/**
 * Reads one of `calls[]`.
 *
 * The user is the caller, and of a `BUSINESS_INITIATED` call the one who is called. The business's own number is never
 * taken for the user. Errors that stand beside the only call of a change are those of the call.
 *
 * @param call - Meta's call object
 * @param isOnlyItem - true when it is the only call of its list
 * @returns undefined when it names neither itself nor a user, or the change names no business number
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/user-initiated-calls (read 2026-03)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/business-initiated-calls (read 2026-03)
 */
export function parseCall(
	call: Record<string, unknown>,
	change: WebhookChange,
	isOnlyItem: boolean,
): CallEvent | undefined {
	const { phoneNumberId } = change.origin;
	const named = userOf(call, change.origin.displayPhoneNumber);
	const ownId = asId(call.id);
	if (!phoneNumberId || (!ownId && !named.waId && !named.bsuid)) return undefined;

	const callId = ownId ?? contentId(call, phoneNumberId);
	const callEvent = asWord(call.event);
	const direction = asWord(call.direction);
	return {
		...change.origin,
		...change.contacts.identify(named, isOnlyItem),
		...readTimestamp(call.timestamp, change.receivedAtMs),
		event: 'call',
		eventId: toEventId(callId, callEvent ?? asWord(call.status) ?? 'call'),
		phoneNumberId,
		callId,
		...(callEvent && { callEvent }),
		...(direction && { direction }),
		...readCourse(call, change.receivedAtMs),
		...readOutcome(call),
		errors: [...readErrors(call.errors), ...(change.callErrors ?? [])],
		raw: call,
	};
}

function readCourse(
	call: Record<string, unknown>,
	receivedAtMs: number,
): Pick<CallEvent, 'callStatus' | 'startedAtMs' | 'endedAtMs' | 'durationSeconds'> {
	// Meta's pages spell it `Failed` as well.
	const callStatus = asWord(call.status)?.toUpperCase();
	const startedAtMs = readInstant(call.start_time);
	const endedAtMs = readInstant(call.end_time);
	const durationSeconds = Number(asId(call.duration) ?? NaN);
	return {
		...(callStatus && { callStatus }),
		...(startedAtMs !== undefined && { startedAtMs: Math.min(startedAtMs, receivedAtMs) }),
		...(endedAtMs !== undefined && { endedAtMs: Math.min(endedAtMs, receivedAtMs) }),
		...(durationSeconds >= 0 && Number.isFinite(durationSeconds) && { durationSeconds }),
	};
}

/** What Meta offers when the call is over: its recording, and a transcript of it. */
function readOutcome(call: Record<string, unknown>): Pick<CallEvent, 'recording' | 'transcript'> {
	const recording = readFile(asRecord(call.call_recording)?.audio);
	const transcript = readFile(asRecord(call.call_transcript)?.document);
	return { ...(recording && { recording }), ...(transcript && { transcript }) };
}

function userOf(call: Record<string, unknown>, displayPhoneNumber: string | undefined): NamedUser {
	const isByBusiness = call.direction === 'BUSINESS_INITIATED';
	const waId = asWaId(isByBusiness ? call.to : call.from);
	const isOwnNumber = waId === displayPhoneNumber?.replace(/\D/g, '');
	return {
		waId: isOwnNumber ? undefined : waId,
		bsuid: asBsuid(isByBusiness ? call.to_user_id : call.from_user_id),
	};
}
