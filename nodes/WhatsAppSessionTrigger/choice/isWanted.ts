import type { WebhookEvent } from '../../shared/webhook/WebhookEvent';
import { MESSAGE_TYPES } from './messageTypes';
import { toTriggerEvent } from './toTriggerEvent';
import type { TriggerSettings } from './TriggerSettings';

const NAMED_TYPES = new Set(MESSAGE_TYPES.map(({ value }) => value));

/**
 * Says whether the builder wants an execution for an event.
 *
 * An event that names no business number, such as one about a template, passes the filter for numbers.
 */
export function isWanted(event: WebhookEvent, settings: TriggerSettings): boolean {
	if (!settings.events.includes(toTriggerEvent(event))) return false;
	if (event.phoneNumberId !== undefined && !passes(settings.phoneNumberIds, event.phoneNumberId)) return false;
	if (event.event === 'message') {
		return passes(settings.messageTypes, NAMED_TYPES.has(event.type) ? event.type : 'otherTypes');
	}
	return event.event !== 'status' || event.status === 'failed' || passes(settings.statuses, event.status);
}

function passes(filter: string[], value: string): boolean {
	return filter.length === 0 || filter.includes(value);
}
