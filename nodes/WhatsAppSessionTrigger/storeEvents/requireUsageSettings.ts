import type { IHookFunctions } from 'n8n-workflow';

import { toTexts } from '../choice/toTexts';
import { toRegistrationError } from '../registration/toRegistrationError';
import { readUsageSettings } from './readUsageSettings';

/**
 * Refuses to publish a trigger that is to tell of usage, and cannot be: nothing would ever start its output.
 *
 * @throws {NodeOperationError} naming the parameter
 */
export function requireUsageSettings(context: IHookFunctions): void {
	if (!toTexts(context.getNodeParameter('events', [])).includes('usageReached')) return;
	try {
		readUsageSettings(context.getNode().parameters, context.getTimezone());
	} catch (error) {
		throw toRegistrationError(context.getNode(), error);
	}
}
