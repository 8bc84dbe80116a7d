import type { IHookFunctions } from 'n8n-workflow';

/** Says whether n8n takes up a workflow that is published already: it was started anew, or another main process has become the first. */
export function isRestart(context: Pick<IHookFunctions, 'getActivationMode'>): boolean {
	return ['init', 'leadershipChange'].includes(context.getActivationMode());
}
