import type { N8nNode, N8nWorkflow } from '../../n8n/N8nWorkflow.ts';
import type { Reference } from '../check/workflows.ts';

const PACK = 'n8n-nodes-whatsapp-session';

/** Trigger, check and answer, as they are when nothing but the credential and a text has been chosen. */
export function soakWorkflow(credential: Reference): N8nWorkflow {
	const chain: Array<Pick<N8nNode, 'name' | 'type' | 'parameters'> & { typeVersion: number }> = [
		{ name: 'WhatsApp Session Trigger', type: `${PACK}.whatsAppSessionTrigger`, typeVersion: 2, parameters: { registration: 'manual' } },
		{ name: 'Session Window Check', type: `${PACK}.sessionWindowCheck`, typeVersion: 1, parameters: {} },
		{ name: 'Send Free-form', type: `${PACK}.sendFreeForm`, typeVersion: 1, parameters: { text: 'Thank you, we are on it.' } },
	];
	const nodes = chain.map((node, index) => ({ ...node, id: node.name, position: [index * 220, 0], credentials: { whatsAppSessionApi: credential } }));
	const links = chain.slice(1).map((node, index) => [chain[index]!.name, { main: [[{ node: node.name, type: 'main', index: 0 }]] }]);
	return { name: 'Soak', nodes, connections: Object.fromEntries(links) as N8nWorkflow['connections'] };
}
