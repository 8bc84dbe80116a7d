import type { DateTime } from 'luxon';
import type { IDataObject, INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';

import type { SessionCredentials } from '../../shared/n8n/account/SessionCredentials';
import { openStore } from '../../shared/store/openStore';
import type { WebhookEvent } from '../../shared/webhook/parsing/WebhookEvent';
import { toTriggerEvent } from '../choice/toTriggerEvent';
import type { TriggerSettings } from '../choice/TriggerSettings';
import { downloadMedia } from '../media/downloadMedia';
import { findEventRecords } from './findEventRecords';
import { toEventItem } from './toEventItem';

/** What items are made of. */
export interface RecordedEvents {
	credentials: SessionCredentials;
	/** Events that are new to the trigger, each of a kind that the builder chose. */
	events: WebhookEvent[];
	receivedAt: DateTime;
	settings: TriggerSettings;
}

/**
 * Gives the items of events that were recorded, each on the output of its kind, with the files that came with messages
 * where the builder wants them.
 *
 * An event whose item cannot be made leaves on its output as `{ event, error, raw }`: it keeps none of the others back, and a
 * redelivery would not help.
 *
 * @throws {SessionStoreError} when the store cannot be read
 */
export async function makeOutputs(
	context: IWebhookFunctions,
	{ credentials, events, receivedAt, settings }: RecordedEvents,
): Promise<INodeExecutionData[][]> {
	const { businessAccountId, store } = credentials;
	const records = await findEventRecords(openStore(store), businessAccountId, events);
	const outputs: INodeExecutionData[][] = settings.events.map(() => []);
	for (const [index, event] of events.entries()) {
		const makeItem = () => toEventItem(event, records[index] ?? {}, receivedAt, settings);
		const item = makeOrExplain(context, event, makeItem);
		outputs[settings.events.indexOf(toTriggerEvent(event))]?.push(item);
	}
	const maxSizeBytes = settings.mediaLimitBytes;
	if (maxSizeBytes === undefined) return outputs;
	return await Promise.all(outputs.map((items) => downloadMedia(context, items, { credentials, maxSizeBytes })));
}

const NOT_MADE =
	"The item of this event could not be made, because of a fault in this node. 'raw' holds what WhatsApp sent; please report it with the line in n8n's log.";

function makeOrExplain(
	context: IWebhookFunctions,
	event: WebhookEvent,
	makeItem: () => INodeExecutionData,
): INodeExecutionData {
	try {
		return makeItem();
	} catch (error) {
		// Where it happened, and not what it says: that may hold what people wrote.
		const { name: fault, stack = '' } = error instanceof Error ? error : new Error('not an error');
		const at = stack.split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 3).map((line) => line.trim());
		const { event: kind, field, eventId } = event;
		context.logger.error('WhatsApp Session Trigger could not make the item of an event', { fault, at, kind, field, eventId });
	}
	return { json: { event: toTriggerEvent(event), error: NOT_MADE, raw: event.raw as IDataObject } };
}
