import { randomUUID } from 'node:crypto';

import type { N8nExecution } from '../../scripts/n8n/N8nExecution';
import { waitUntil } from '../../scripts/n8n/waitUntil';
import type { Stage } from './startStage';

const PACK = 'n8n-nodes-whatsapp-session';

/** Name of the node that asks, in the workflows of {@link publishQuestion}. */
export const ASK = 'Ask';
/** Name of the node that thanks for an answer. */
export const THANK = 'Thank';

/** A workflow that asks a person something and waits. */
export interface PublishedQuestion {
	workflowId: string;
	/** Asks a person, and gives the ID of the execution once it waits. */
	(recipient: string): Promise<string>;
}

/**
 * Publishes a workflow of three nodes: n8n's Webhook, a node that asks `body.recipient` and waits, and behind its output 'Answered' one that
 * repeats the answer.
 */
export async function publishQuestion(stage: Stage, parameters: Record<string, unknown>): Promise<PublishedQuestion> {
	const path = randomUUID();
	const node = (name: string, type: string, typeVersion: number, more: Record<string, unknown>) => ({
		id: randomUUID(),
		name,
		type,
		typeVersion,
		position: [0, 0] as [number, number],
		parameters: more,
	});
	const { id } = await stage.publish({
		name: `Question ${path}`,
		nodes: [
			{
				...node('Shop', 'n8n-nodes-base.webhook', 2, { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} }),
				webhookId: path,
			},
			node(ASK, `${PACK}.sendFreeForm`, 1, { operation: 'ask', recipient: '={{ $json.body.recipient }}', ...parameters }),
			node(THANK, `${PACK}.sendFreeForm`, 1, { recipient: '={{ $json.body.recipient }}', text: '=Thank you for: {{ $json.answer.text }}' }),
		],
		connections: {
			Shop: { main: [[{ node: ASK, type: 'main', index: 0 }]] },
			[ASK]: { main: [[], [], [{ node: THANK, type: 'main', index: 0 }]] },
		},
	});
	const ask = async (recipient: string): Promise<string> => {
		const before = new Set((await stage.client.executions(id)).map((execution) => execution.id));
		const answer = await fetch(`${stage.n8n.url}/webhook/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', connection: 'close' },
			body: JSON.stringify({ recipient, order: 1042 }),
		});
		if (!answer.ok) throw new Error(`n8n answered the call with ${answer.status}: ${await answer.text()}`);
		const look = async (): Promise<N8nExecution | undefined> =>
			(await stage.client.executions(id)).find((execution) => !before.has(execution.id) && isWaiting(execution));
		return (await waitUntil(look, { what: 'the execution to wait' })).id;
	};
	return Object.assign(ask, { workflowId: id });
}

/** n8n says that an execution waits a moment before it saves with what. */
function isWaiting({ status, data }: N8nExecution): boolean {
	return status === 'waiting' && data?.resultData.runData[ASK] !== undefined;
}
