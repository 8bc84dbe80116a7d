import type { WebhookEvent } from '../../shared/webhook/parsing/WebhookEvent';
import { MESSAGE_TYPES } from './messageTypes';
import { toTriggerEvent } from './toTriggerEvent';
import type { TriggerSettings } from './TriggerSettings';

const NAMED_TYPES = new Set(MESSAGE_TYPES.map(({ value }) => value));

/**
 * Says whether the builder wants an execution for an event.
 *
 * A trigger that is registered for one number or WABA hears others as well, where its address is that of the app too:
 * what is theirs it leaves to them. An event that names no business number, such as one about a template, passes every
 * filter for numbers. A message on standby is somebody else's to answer.
 *
 * @param businessAccountId - WABA of the credential
 */
export function isWanted(event: WebhookEvent, settings: TriggerSettings, businessAccountId: string): boolean {
	if (!settings.events.includes(toTriggerEvent(event))) return false;
	if (settings.isForOwnAccountOnly && (event.businessAccountId ?? businessAccountId) !== businessAccountId) return false;
	if (!isOfChosenNumber(event, settings)) return false;
	if (event.event === 'message') {
		if (event.isStandby && !settings.startsForStandby) return false;
		return passes(settings.messageTypes, NAMED_TYPES.has(event.type) ? event.type : 'otherTypes');
	}
	return event.event !== 'status' || event.status === 'failed' || passes(settings.statuses, event.status);
}

/** Says whether an event belongs to a number that the trigger is for; one that names none does. */
export function isOfChosenNumber(
	{ phoneNumberId }: Pick<WebhookEvent, 'phoneNumberId'>,
	{ registeredPhoneNumberId, phoneNumberIds }: Pick<TriggerSettings, 'registeredPhoneNumberId' | 'phoneNumberIds'>,
): boolean {
	if (phoneNumberId === undefined) return true;
	return (registeredPhoneNumberId ?? phoneNumberId) === phoneNumberId && passes(phoneNumberIds, phoneNumberId);
}

function passes(filter: string[], value: string): boolean {
	return filter.length === 0 || filter.includes(value);
}
