import type { IExecuteFunctions, NodeError } from 'n8n-workflow';

import { isForAll } from './isForAll';
import { toNodeError } from './toNodeError';

/**
 * Turns the failure of one item into the error that n8n shows.
 *
 * Among several items its sentence says which it is, counted from 1 (`[item 17 of 40]`), so that the log and the field `error` say it too.
 * n8n is not told the index then: its panel would add that to the sentence as well, counted from 0. What fails for every item names
 * none, and an error that has become n8n's already stays as it is.
 */
export function toItemError(context: Pick<IExecuteFunctions, 'getInputData' | 'getNode'>, error: unknown, itemIndex: number): NodeError {
	const total = context.getInputData().length;
	const nodeError = toNodeError(context.getNode(), error, total > 1 ? undefined : itemIndex);
	const isNamed = nodeError === error;
	if (total > 1 && !isNamed && !isForAll(error)) nodeError.message += ` [item ${itemIndex + 1} of ${total}]`;
	return nodeError;
}
