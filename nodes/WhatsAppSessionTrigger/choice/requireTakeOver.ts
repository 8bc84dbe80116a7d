import type { IHookFunctions } from 'n8n-workflow';

import { DEFAULT_TAKE_OVER_HOURS, takeOverLength } from '../../shared/domain/takeOverLength';
import { toNodeError } from '../../shared/n8n/items/toNodeError';

/**
 * Refuses to start a trigger whose take-overs would last no time, while the builder is still looking.
 *
 * @throws {NodeOperationError} when the options name no length
 */
export function requireTakeOver(context: IHookFunctions): void {
	const options = context.getNodeParameter('options', {}) as Record<string, unknown>;
	try {
		takeOverLength(options.takeOverEnds, options.takeOverHours ?? DEFAULT_TAKE_OVER_HOURS);
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}
