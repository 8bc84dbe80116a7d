import type { DateTime } from 'luxon';
import type { INodeExecutionData } from 'n8n-workflow';

import type { SessionCredentials } from '../shared/n8n/SessionCredentials';
import { openStore } from '../shared/store/openStore';
import type { WebhookEvent } from '../shared/webhook/WebhookEvent';
import { findEventRecords } from './findEventRecords';
import { toEventItem } from './toEventItem';
import { toTriggerEvent } from './toTriggerEvent';
import type { TriggerSettings } from './TriggerSettings';

/**
 * Gives the items of events that were recorded, each on the output of its kind.
 *
 * @throws {SessionStoreError} when the store cannot be read
 */
export async function makeOutputs(
	{ businessAccountId, store }: SessionCredentials,
	events: WebhookEvent[],
	receivedAt: DateTime,
	settings: TriggerSettings,
): Promise<INodeExecutionData[][]> {
	const records = await findEventRecords(openStore(store), businessAccountId, events);
	const outputs: INodeExecutionData[][] = settings.events.map(() => []);
	for (const [index, event] of events.entries()) {
		const item = toEventItem(event, records[index] ?? {}, receivedAt, settings);
		outputs[settings.events.indexOf(toTriggerEvent(event))]?.push(item);
	}
	return outputs;
}
