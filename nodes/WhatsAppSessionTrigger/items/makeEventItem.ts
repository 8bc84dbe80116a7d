import type { DateTime } from 'luxon';
import type { IDataObject, INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';

import type { WebhookEvent } from '../../shared/webhook/parsing/WebhookEvent';
import { toTriggerEvent } from '../choice/toTriggerEvent';
import type { TriggerSettings } from '../choice/TriggerSettings';
import type { EventRecord } from './EventRecord';
import { toEventItem } from './toEventItem';

const NOT_MADE =
	"The item of this event could not be made, because of a fault in this node. 'raw' holds what WhatsApp sent; please report it with the line in n8n's log.";

/**
 * Gives the item of one event, or `{ event, error, raw }` where it cannot be made: a redelivery would not help, so the event is
 * handled all the same.
 */
export function makeEventItem(
	context: Pick<IWebhookFunctions, 'logger'>,
	event: WebhookEvent,
	record: EventRecord,
	receivedAt: DateTime,
	settings: Pick<TriggerSettings, 'staleAfterMs' | 'includeOriginal'>,
): INodeExecutionData {
	try {
		return toEventItem(event, record, receivedAt, settings);
	} catch (error) {
		// Where it happened, and not what it says: that may hold what people wrote.
		const { name: fault, stack = '' } = error instanceof Error ? error : new Error('not an error');
		const at = stack.split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 3).map((line) => line.trim());
		const { event: kind, field } = event;
		context.logger.error('WhatsApp Session Trigger could not make the item of an event', { fault, at, kind, field });
	}
	return { json: { event: toTriggerEvent(event), error: NOT_MADE, raw: event.raw as IDataObject } };
}
