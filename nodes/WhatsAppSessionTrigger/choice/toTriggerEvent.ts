import type { WebhookEvent } from '../../shared/webhook/parsing/WebhookEvent';
import type { TriggerEventName } from './triggerEvents';

const NAMES: Record<Exclude<WebhookEvent['event'], 'status'>, TriggerEventName> = {
	message: 'message',
	call: 'call',
	callStatus: 'call',
	paymentStatus: 'paymentStatus',
	preference: 'optInChange',
	consentChange: 'optInChange',
	echo: 'messageEcho',
	templateChange: 'templateChange',
	accountChange: 'accountChange',
	history: 'other',
	other: 'other',
};

/** Says on which output of the trigger an event leaves; every event has exactly one. */
export function toTriggerEvent(event: WebhookEvent): TriggerEventName {
	if (event.event !== 'status') return NAMES[event.event];
	return event.status === 'failed' ? 'messageFailed' : 'messageStatus';
}
