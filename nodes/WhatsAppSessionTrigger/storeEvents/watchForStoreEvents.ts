import type { ITriggerFunctions, ITriggerResponse, IWebhookFunctions } from 'n8n-workflow';

import { toNodeError } from '../../shared/n8n/items/toNodeError';
import { lookRegularly } from '../../shared/n8n/lookRegularly';
import { readTriggerSettings } from '../choice/readTriggerSettings';
import type { TriggerSettings } from '../choice/TriggerSettings';
import { nodeOf } from '../delivery/nodeOf';
import { givenUpSource } from './givenUpSource';
import { readUsageSettings } from './readUsageSettings';
import type { StoreEventSource } from './StoreEventSource';
import { StoreEventWatch } from './StoreEventWatch';
import { usageSource } from './usageSource';

const INTERVAL_MS = 60_000;

/**
 * Watches for what no webhook brings until the workflow is unpublished or n8n ends. Where the builder has chosen none of it nothing is
 * looked at.
 *
 * @param now - the clock, epoch milliseconds
 * @throws {NodeOperationError} naming the parameter that the builder has to change
 */
export async function watchForStoreEvents(context: ITriggerFunctions, now: () => number = () => Date.now()): Promise<ITriggerResponse> {
	const settings = readTriggerSettings(context as unknown as IWebhookFunctions);
	const sources = await openSources(context, settings, now).catch((error: unknown) => {
		throw toNodeError(context.getNode(), error);
	});
	if (sources.length === 0) return {};
	const watch = new StoreEventWatch(context, settings.events, sources, now);
	const onFailure = (error: unknown) => context.logger.error('WhatsApp Session Trigger could not look for events in the store; trying again', { error });
	return { closeFunction: lookRegularly({ intervalMs: INTERVAL_MS, look: async () => await watch.look(), onFailure }) };
}

async function openSources(context: ITriggerFunctions, settings: TriggerSettings, now: () => number): Promise<StoreEventSource[]> {
	const isChosen = (event: TriggerSettings['events'][number]) => settings.events.includes(event);
	return [
		...(isChosen('usageReached') ? [usageSource(settings, readUsageSettings(nodeOf(context).parameters, context.getTimezone()), now)] : []),
		...(isChosen('givenUp') ? [givenUpSource(settings)] : []),
	];
}
