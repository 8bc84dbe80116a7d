import type { Socket } from 'node:net';

import type { IWebhookFunctions } from 'n8n-workflow';

/** Where an answer is posted from. */
export interface PostingPlace {
	/** Names this n8n among those that share the store. */
	instanceId: string;
	/** The connection of a webhook: where it came in this n8n is reached once more. Undefined where there is none. */
	connection?: Pick<Socket, 'localAddress' | 'localPort'>;
}

/** Gives the place of a webhook. */
export function placeOf(context: IWebhookFunctions): PostingPlace {
	return { instanceId: context.getInstanceId(), connection: context.getRequestObject().socket };
}
