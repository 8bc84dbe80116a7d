import type { N8nWorkflow } from '../n8n/N8nWorkflow.ts';

const TRIGGER = 'n8n-nodes-whatsapp-session.whatsAppSessionTrigger';

/**
 * The production URL of a workflow's WhatsApp Session Trigger, to which Meta posts its webhooks.
 *
 * @throws {Error} when the workflow has no such trigger, or n8n has not given it a webhook ID
 */
export function callbackUrl(n8nUrl: string, workflow: N8nWorkflow): string {
	const trigger = workflow.nodes.find(({ type }) => type === TRIGGER);
	if (!trigger?.webhookId) throw new Error(`The workflow "${workflow.name}" has no WhatsApp Session Trigger.`);
	return `${n8nUrl}/webhook/${trigger.webhookId}/webhook`;
}
