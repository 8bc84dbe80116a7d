import type { IExecuteFunctions, NodeError } from 'n8n-workflow';

import { isForAll } from './isForAll';
import { toNodeError } from './toNodeError';

/**
 * Turns the failure of one item into the error that n8n shows.
 *
 * Among several items its sentence says which it is, counted from 1 (`[item 17 of 40]`), so that the log and the field `error` say it too.
 * In these brackets, because n8n's panel adds its own count from 0 to every other sentence. What fails for every item names none,
 * and an error that has become n8n's already stays as it is.
 */
export function toItemError(context: Pick<IExecuteFunctions, 'getInputData' | 'getNode'>, error: unknown, itemIndex: number): NodeError {
	if (isForAll(error)) return toNodeError(context.getNode(), error);
	const nodeError = toNodeError(context.getNode(), error, itemIndex);
	const total = context.getInputData().length;
	const isNamed = nodeError === error;
	if (total > 1 && !isNamed) nodeError.message += ` [item ${itemIndex + 1} of ${total}]`;
	return nodeError;
}
