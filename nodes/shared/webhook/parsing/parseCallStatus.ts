import { asBsuid } from '../reading/asBsuid';
import { asId } from '../reading/asId';
import { asWaId } from '../reading/asWaId';
import { asWord } from '../reading/asWord';
import { contentId } from '../reading/contentId';
import { readErrors } from '../reading/readErrors';
import { readTimestamp } from '../reading/readTimestamp';
import { toEventId } from './toEventId';
import type { WebhookChange } from './WebhookChange';
import type { CallStatusEvent } from './WebhookEvent';

/**
 * Reads one of `statuses[]` that is about a call the business made. The recipient is the user.
 *
 * @param status - Meta's status object
 * @param isOnlyItem - true when it is the only status of its list
 * @returns undefined when it names no status, neither call nor recipient, or the change names no business number
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/business-initiated-calls (read 2026-03)
 */
export function parseCallStatus(
	status: Record<string, unknown>,
	change: WebhookChange,
	isOnlyItem: boolean,
): CallStatusEvent | undefined {
	const { phoneNumberId } = change.origin;
	const named = { waId: asWaId(status.recipient_id), bsuid: asBsuid(status.recipient_user_id) };
	const ownId = asId(status.id);
	const callStatus = asWord(status.status)?.toUpperCase();
	if (!phoneNumberId || !callStatus || (!ownId && !named.waId && !named.bsuid)) return undefined;

	const callId = ownId ?? contentId(status, phoneNumberId);
	return {
		...change.origin,
		...change.contacts.identify(named, isOnlyItem),
		...readTimestamp(status.timestamp, change.receivedAtMs),
		event: 'callStatus',
		eventId: toEventId(callId, callStatus),
		phoneNumberId,
		callId,
		callStatus,
		errors: [...readErrors(status.errors), ...(change.callErrors ?? [])],
		raw: status,
	};
}
