import type { IHookFunctions } from 'n8n-workflow';

/** Writes one line about a trigger's registration into n8n's log. */
export function logRegistration(context: IHookFunctions, level: 'info' | 'warn', sentence: string): void {
	const { id: workflowId } = context.getWorkflow();
	context.logger[level](`WhatsApp Session Trigger: ${sentence}`, { workflowId, node: context.getNode().name });
}
