import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { toNodeError } from './toNodeError';

/**
 * Gives the item that stands for a failure when the node is set to go on, and fails the node when it is not.
 *
 * The item keeps its own fields and carries `error` and no `session`, so that it is taken neither for open nor for closed;
 * with `Continue (using error output)` n8n itself moves it to the output for errors.
 */
export function passErrorOn(
	context: Pick<IExecuteFunctions, 'continueOnFail' | 'getNode' | 'getInputData'>,
	error: unknown,
	itemIndex: number,
): INodeExecutionData {
	const nodeError = toNodeError(context.getNode(), error, itemIndex);
	if (!context.continueOnFail()) throw nodeError;
	return {
		json: { ...context.getInputData()[itemIndex]?.json, error: nodeError.message, errorAdvice: nodeError.description },
		error: nodeError as INodeExecutionData['error'],
		pairedItem: { item: itemIndex },
	};
}
