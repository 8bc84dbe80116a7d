import { randomUUID } from 'node:crypto';

import { itemsOf } from '../../scripts/n8n/itemsOf';
import type { N8nExecution } from '../../scripts/n8n/N8nExecution';
import type { Stage } from './startStage';

const PACK = 'n8n-nodes-whatsapp-session';

/** A workflow that another system calls, as a shop would. */
export interface PublishedCall {
	workflowId: string;
	/** Calls it about a person and gives the items of the pack's node, by output. */
	(recipient: string): Promise<{ execution: N8nExecution; outputs: Array<Array<Record<string, unknown>>> }>;
}

/** Publishes a workflow of two nodes: n8n's Webhook, and a node of the pack that reads `body.recipient`. */
export async function publishCall(
	stage: Stage,
	type: 'sessionWindowCheck' | 'sendFreeForm' | 'whatsAppSession',
	parameters: Record<string, unknown> = {},
): Promise<PublishedCall> {
	const path = randomUUID();
	const { id } = await stage.publish({
		name: `Called: ${type}`,
		nodes: [
			{
				id: randomUUID(),
				name: 'Shop',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				position: [0, 0],
				parameters: { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} },
				webhookId: path,
			},
			{
				id: randomUUID(),
				name: 'Node',
				type: `${PACK}.${type}`,
				typeVersion: 1,
				position: [220, 0],
				parameters: { recipient: '={{ $json.body.recipient }}', ...parameters },
			},
		],
		connections: { Shop: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
	});
	let runs = 0;
	const call = async (recipient: string) => {
		const answer = await fetch(`${stage.n8n.url}/webhook/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', connection: 'close' },
			body: JSON.stringify({ recipient }),
		});
		if (!answer.ok) throw new Error(`n8n answered the call with ${answer.status}: ${await answer.text()}`);
		runs += 1;
		const execution = (await stage.client.waitForExecutions(id, runs))[runs - 1] as N8nExecution;
		return { execution, outputs: [itemsOf(execution, 'Node', 0), itemsOf(execution, 'Node', 1)] };
	};
	return Object.assign(call, { workflowId: id });
}
