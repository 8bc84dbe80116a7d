import type { DateTime } from 'luxon';
import type { INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';

import type { SessionCredentials } from '../../shared/n8n/account/SessionCredentials';
import { openStore } from '../../shared/store/openStore';
import type { WebhookEvent } from '../../shared/webhook/parsing/WebhookEvent';
import { toTriggerEvent } from '../choice/toTriggerEvent';
import type { TriggerSettings } from '../choice/TriggerSettings';
import { toCombinedItem } from '../gathering/toCombinedItem';
import { downloadMedia } from '../../shared/n8n/media/downloadMedia';
import { findEventRecords } from './findEventRecords';
import { makeEventItem } from './makeEventItem';

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
 * An event whose item cannot be made leaves on its output as well, and keeps none of the others back; see `makeEventItem`.
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
		const item = makeEventItem(context, event, records[index] ?? {}, receivedAt, settings);
		outputs[settings.events.indexOf(toTriggerEvent(event))]?.push(item);
	}
	const maxSizeBytes = settings.mediaLimitBytes;
	const withFiles =
		maxSizeBytes === undefined ? outputs : await Promise.all(outputs.map((items) => downloadMedia(context, items, { credentials, maxSizeBytes })));
	// A message that did not wait has the same fields as one that did.
	return settings.combining ? withFiles.map((items) => items.map((item) => (item.json.event === 'message' ? toCombinedItem([item]) : item))) : withFiles;
}
