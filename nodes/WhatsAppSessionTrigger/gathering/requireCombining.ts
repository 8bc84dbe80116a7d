import type { IHookFunctions } from 'n8n-workflow';

import { toRegistrationError } from '../registration/toRegistrationError';
import { readCombining } from './readCombining';

/**
 * Refuses to publish a trigger whose options for combining messages cannot be used.
 *
 * @throws {NodeOperationError} naming the option
 */
export function requireCombining(context: IHookFunctions): void {
	const { options = {} } = context.getNode().parameters;
	try {
		readCombining(options as Record<string, unknown>);
	} catch (error) {
		throw toRegistrationError(context.getNode(), error);
	}
}
