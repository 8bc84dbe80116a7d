import type { IHookFunctions } from 'n8n-workflow';

/**
 * Says whether Meta is to be left alone: registration is manual, or somebody listens for a test event.
 *
 * Listening ends with a `delete` that looks like unpublishing in everything but `isTest`; were it missing one day, the
 * address for tests still has another path than the one that is registered.
 */
export function isRegisteredByHand(context: IHookFunctions): boolean {
	const { webhookData } = context as { webhookData?: { isTest?: boolean } };
	const isTest = context.getActivationMode() === 'manual' || webhookData?.isTest === true;
	return isTest || context.getNodeParameter('registration', 'automatic') === 'manual';
}
