import type { WorkflowNode } from './Workflow';

/** The trigger, and the node: by itself, as an AI agent calls it, and as n8n asks a person before an agent's tool runs. */
const TYPES = new Set(['whatsAppTrigger', 'whatsApp', 'whatsAppTool', 'whatsAppHitlTool'].map((name) => `n8n-nodes-base.${name}`));

/** Says whether a node is one of n8n's own for WhatsApp. */
export function isBuiltIn({ type }: Pick<WorkflowNode, 'type'>): boolean {
	return TYPES.has(type);
}
