import type { IHookFunctions } from 'n8n-workflow';

import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { toNodeError } from '../../shared/n8n/items/toNodeError';

/**
 * Refuses to start a trigger without outputs, while the builder is still looking.
 *
 * @throws {NodeOperationError} when no event is chosen
 */
export function requireEvents(context: IHookFunctions): void {
	const events = context.getNodeParameter('events', ['message']);
	if (Array.isArray(events) && events.length > 0) return;
	const missing = new InvalidInputError(
		'Events',
		"No event is chosen in 'Events', so nothing could ever start this workflow.",
		"Open the trigger and choose at least one event, for example 'Message'.",
	);
	throw toNodeError(context.getNode(), missing);
}
