import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { InvalidInputError } from '../../domain/InvalidInputError';
import { toNodeError } from './toNodeError';

/**
 * Gives the item that stands for a failure when the node is set to go on, and fails the node when it is not.
 *
 * It carries `error` and nothing else, as n8n wants it, so that nothing is sent for it by mistake. With `Continue (using
 * error output)` n8n moves it to the output for errors, and adds the fields that the item came in with.
 *
 * Where an input among several cannot be read its sentence says which, as n8n's panel does (`[item 16]`, counted from 0),
 * so that the log and the field `error` say it too. The panel then adds it no second time.
 */
export function passErrorOn(
	context: Pick<IExecuteFunctions, 'continueOnFail' | 'getInputData' | 'getNode'>,
	error: unknown,
	itemIndex: number,
): INodeExecutionData {
	const nodeError = toNodeError(context.getNode(), error, itemIndex);
	const isOneOfMany = error instanceof InvalidInputError && context.getInputData().length > 1;
	if (isOneOfMany) nodeError.message += ` [item ${itemIndex}]`;
	if (!context.continueOnFail()) throw nodeError;
	return {
		json: { error: nodeError.message },
		error: nodeError as INodeExecutionData['error'],
		pairedItem: { item: itemIndex },
	};
}
