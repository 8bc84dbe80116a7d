import type { ITriggerFunctions, ITriggerResponse, IWebhookFunctions } from 'n8n-workflow';

import { toNodeError } from '../../shared/n8n/items/toNodeError';
import { lookRegularly } from '../../shared/n8n/lookRegularly';
import { nodeOf } from '../delivery/nodeOf';
import { readTriggerSettings } from '../choice/readTriggerSettings';
import { GatheringWatch } from './GatheringWatch';
import { readCombining } from './readCombining';

/** Each look is one statement that finds by an index what is due. */
const INTERVAL_MS = 1_000;
/** Longer than anything is gathered. */
const WHOLE_HOUR_MS = 60 * 60_000;

/**
 * Watches for messages that are to become one item until the workflow is unpublished or n8n ends.
 *
 * Where messages are not combined (any more) it looks once, for what an earlier version of the workflow has gathered, and then never
 * again. Whatever it cannot do keeps no workflow from being published but a parameter that cannot be used.
 *
 * @param now - the clock, epoch milliseconds
 * @throws {NodeOperationError} naming the parameter that the builder has to change
 */
export async function watchGatherings(context: ITriggerFunctions, now: () => number = () => Date.now()): Promise<ITriggerResponse> {
	const { options = {} } = nodeOf(context).parameters;
	const limits = await Promise.resolve()
		.then(() => readCombining(options as Record<string, unknown>))
		.catch((error: unknown) => {
			throw toNodeError(context.getNode(), error);
		});
	const watch = new GatheringWatch(context, readTriggerSettings(context as unknown as IWebhookFunctions), now);
	const onFailure = (error: unknown) => context.logger.error('WhatsApp Session Trigger could not look for combined messages; trying again', { error });
	if (limits) {
		const close = lookRegularly({ intervalMs: INTERVAL_MS, look: async () => await watch.look(), onFailure });
		return { closeFunction: async () => await close().then(async () => await watch.settled()) };
	}
	void watch.look(WHOLE_HOUR_MS).catch((error: unknown) =>
		context.logger.debug('WhatsApp Session Trigger could not look for messages that were combined earlier', { error }),
	);
	return {};
}
