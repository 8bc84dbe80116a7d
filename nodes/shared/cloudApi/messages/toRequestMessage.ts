import { InvalidInputError } from '../../domain/InvalidInputError';
import type { FreeFormMessage, MessageForm } from './FreeFormMessage';
import { interactiveMessage } from './interactiveMessage';
import { LONGEST } from './messageLimits';
import { readOptionalWords } from './readWords';

const LONGEST_CALL_OFFER_MINUTES = 43_200;
// By a provider's page; Meta's names no limit.
const LONGEST_CALL_PAYLOAD = 512;

/** Asks the person for a place; see messages/location-request-messages (read 2026-05). */
export function toLocationRequest(form: MessageForm): FreeFormMessage {
	const kind = { type: 'location_request_message', action: { name: 'send_location' }, hasFooter: false };
	return interactiveMessage({ ...kind, others: ['the request for a place'] }, form);
}

/** Asks the person for leave to call; Meta allows one a day and two in a week (calling, read 2026-04). */
export function toCallPermissionRequest(form: MessageForm): FreeFormMessage {
	const kind = { type: 'call_permission_request', action: { name: 'call_permission_request' }, hasFooter: false, isBodyOptional: true };
	return interactiveMessage({ ...kind, others: ['the request for leave to call'] }, form);
}

/** Asks the person for the phone number; the name is that since 2026-05-28, by a tracker of Meta's changelog. */
export function toContactInfoRequest(form: MessageForm): FreeFormMessage {
	const kind = { type: 'request_contact_info', action: { name: 'request_contact_info' }, hasFooter: false };
	return interactiveMessage({ ...kind, others: ['the request for the phone number'] }, form);
}

/**
 * Offers the person a call.
 *
 * @param form - `callLabel`, `callMinutes` for which the button works, `callPayload` that comes back with the call
 * @throws {InvalidInputError} when the minutes are out of range
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-button-messages-deep-links (read 2026-04)
 */
export function toCallButtonMessage(form: MessageForm): FreeFormMessage {
	const label = readOptionalWords('Button Label', form.callLabel, LONGEST.linkLabel)?.trim();
	const payload = readOptionalWords('Payload', form.callPayload, LONGEST_CALL_PAYLOAD);
	const given = String(form.callMinutes ?? '').trim();
	const minutes = given === '' ? undefined : Number(given);
	if (minutes !== undefined && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= LONGEST_CALL_OFFER_MINUTES)) {
		throw new InvalidInputError(
			'Minutes to Call',
			`'Minutes to Call' is not a whole number from 1 to ${LONGEST_CALL_OFFER_MINUTES}: ${given.slice(0, 20)}`,
			'Give minutes, or leave it empty.',
		);
	}
	const parameters = {
		...(label !== undefined && { display_text: label }),
		...(minutes !== undefined && { ttl_minutes: minutes }),
		...(payload !== undefined && { payload }),
	};
	const action = { name: 'voice_call', ...(Object.keys(parameters).length > 0 && { parameters }) };
	return interactiveMessage({ type: 'voice_call', action, hasFooter: false, others: ['the call button'] }, form);
}
