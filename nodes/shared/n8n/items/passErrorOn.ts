import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { toItemError } from './toItemError';

/**
 * Gives the item that stands for a failure when the node is set to go on, and fails the node when it is not.
 *
 * It carries `error` and nothing else, as n8n wants it, so that nothing is sent for it by mistake. With `Continue (using
 * error output)` n8n moves it to the output for errors, and adds the fields that the item came in with.
 */
export function passErrorOn(
	context: Pick<IExecuteFunctions, 'continueOnFail' | 'getInputData' | 'getNode'>,
	error: unknown,
	itemIndex: number,
): INodeExecutionData {
	const nodeError = toItemError(context, error, itemIndex);
	if (!context.continueOnFail()) throw nodeError;
	return {
		json: { error: nodeError.message },
		error: nodeError as INodeExecutionData['error'],
		pairedItem: { item: itemIndex },
	};
}
