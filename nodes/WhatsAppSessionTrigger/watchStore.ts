import type { ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';

import { watchGatherings } from './gathering/watchGatherings';
import { watchForStoreEvents } from './storeEvents/watchForStoreEvents';

/**
 * Watches the store for what is to start the workflow without a webhook, until the workflow is unpublished or n8n ends.
 *
 * @throws {NodeOperationError} naming the parameter that the builder has to change
 */
export async function watchStore(context: ITriggerFunctions): Promise<ITriggerResponse> {
	const events = await watchForStoreEvents(context);
	const gatherings = await watchGatherings(context).catch(async (error: unknown) => {
		await events.closeFunction?.();
		throw error;
	});
	return { closeFunction: async () => void (await Promise.all([events.closeFunction?.(), gatherings.closeFunction?.()])) };
}
