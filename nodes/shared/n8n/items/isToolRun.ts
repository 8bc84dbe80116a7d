import type { IExecuteFunctions } from 'n8n-workflow';

/** Says whether an AI agent calls the node as its tool: n8n then runs a copy of it whose type name ends in `Tool`. */
export function isToolRun(context: Pick<IExecuteFunctions, 'getNode'>): boolean {
	return context.getNode().type.endsWith('Tool');
}
