import type { IHookFunctions } from 'n8n-workflow';

/**
 * Says whether somebody listens for a test event, or has just stopped to.
 *
 * Listening ends with a `delete` that looks like unpublishing in everything but `isTest`; were it missing one day, the
 * address for tests still has another path than the one that is registered.
 */
export function isTestListening(context: IHookFunctions): boolean {
	const { webhookData } = context as { webhookData?: { isTest?: boolean } };
	return context.getActivationMode() === 'manual' || webhookData?.isTest === true;
}
