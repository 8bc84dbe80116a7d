import { randomUUID } from 'node:crypto';

import type { N8nNode, N8nWorkflow } from '../../scripts/n8n/N8nWorkflow';

const PACK = 'n8n-nodes-whatsapp-session';

/** Name of the trigger in the workflows of {@link triggerWorkflow}. */
export const TRIGGER_NAME = 'WhatsApp Session Trigger';

/** One node that the trigger leads to. */
export interface TriggerTarget {
	/** Node type of the pack, without the pack's name. */
	type: 'sendTemplate' | 'sendFreeForm' | 'sessionWindowCheck';
	parameters: Record<string, unknown>;
	/** Output of the trigger that leads to it; the first when undefined. */
	output?: number;
}

/** A workflow of the trigger, and of one node behind it if wanted. */
export function triggerWorkflow(
	name: string,
	parameters: Record<string, unknown> = {},
	target?: TriggerTarget,
): N8nWorkflow {
	const trigger: N8nNode = {
		id: randomUUID(),
		name: TRIGGER_NAME,
		type: `${PACK}.whatsAppSessionTrigger`,
		typeVersion: 2,
		position: [0, 0],
		parameters,
		webhookId: randomUUID(),
	};
	if (!target) return { name, nodes: [trigger], connections: {} };
	const node: N8nNode = {
		id: randomUUID(),
		name: 'Answer',
		type: `${PACK}.${target.type}`,
		typeVersion: 1,
		position: [260, 0],
		parameters: target.parameters,
	};
	const outputs = Array.from({ length: (target.output ?? 0) + 1 }, (_, output) =>
		output === (target.output ?? 0) ? [{ node: node.name, type: 'main', index: 0 }] : [],
	);
	return { name, nodes: [trigger, node], connections: { [trigger.name]: { main: outputs } } };
}
