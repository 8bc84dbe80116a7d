import type { IWebhookFunctions } from 'n8n-workflow';

import { nodeOf } from '../delivery/nodeOf';

/** Names a trigger of a published workflow among all that share the store: who receives webhooks, and who gathers messages. */
export function receiverOf(context: Pick<IWebhookFunctions, 'getNode' | 'getWorkflow'>): string {
	return `live/${context.getWorkflow().id}/${nodeOf(context).id}`;
}
