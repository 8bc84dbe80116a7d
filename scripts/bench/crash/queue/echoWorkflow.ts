import type { N8nNode, N8nWorkflow } from '../../../n8n/N8nWorkflow.ts';
import type { Reference } from '../../check/workflows.ts';

const TRIGGER = 'WhatsApp Session Trigger';
const SEND = 'Send Free-form';

/** Answers every message with its own ID, once, and tries again where that fails. */
export function echoWorkflow(credential: Reference): N8nWorkflow {
	const credentials = { whatsAppSessionApi: credential };
	const trigger: N8nNode = {
		id: TRIGGER,
		name: TRIGGER,
		type: 'n8n-nodes-whatsapp-session.whatsAppSessionTrigger',
		typeVersion: 2,
		position: [0, 0],
		parameters: { registration: 'manual' },
		credentials,
	};
	const send = {
		id: SEND,
		name: SEND,
		type: 'n8n-nodes-whatsapp-session.sendFreeForm',
		typeVersion: 1,
		position: [220, 0] as [number, number],
		parameters: { text: '={{ $json.message.id }}', options: { sendOnceKey: '={{ $json.message.id }}' } },
		credentials,
		retryOnFail: true,
		maxTries: 3,
		waitBetweenTries: 1000,
	};
	return { name: 'Echo', nodes: [trigger, send], connections: { [TRIGGER]: { main: [[{ node: SEND, type: 'main', index: 0 }]] } } };
}
