import type { ITriggerFunctions, ITriggerResponse, IWebhookFunctions } from 'n8n-workflow';

import { toNodeError } from '../../shared/n8n/items/toNodeError';
import { lookRegularly } from '../../shared/n8n/lookRegularly';
import { nodeOf } from '../delivery/nodeOf';
import { readTriggerSettings } from '../choice/readTriggerSettings';
import { GatheringWatch } from './GatheringWatch';
import { readCombining } from './readCombining';

/** How a workflow looks: each look is one statement that finds by an index what is due. */
const WHILE_COMBINING = { intervalMs: 1_000, aheadMs: 0 };
/** Nothing is gathered for longer than an hour, so this leaves nothing to wait. */
const WITHOUT_COMBINING = { intervalMs: 60_000, aheadMs: 60 * 60_000 };

/**
 * Watches for messages that are to become one item until the workflow is unpublished or n8n ends.
 *
 * Where messages are not combined (any more) it looks once a minute for what an earlier version of the workflow has gathered: a webhook
 * that came to that one may be late, and a look may fail. Whatever it cannot do keeps no workflow from being published but a parameter
 * that cannot be used.
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
	const { intervalMs, aheadMs } = limits ? WHILE_COMBINING : WITHOUT_COMBINING;
	const watch = new GatheringWatch(context, readTriggerSettings(context as unknown as IWebhookFunctions), now, aheadMs);
	const onFailure = (error: unknown) => context.logger.error('WhatsApp Session Trigger could not look for combined messages; trying again', { error });
	const close = lookRegularly({ intervalMs, look: async () => await watch.look(), onFailure });
	return { closeFunction: async () => await close().then(async () => await watch.settled()) };
}
