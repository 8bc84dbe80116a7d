import type { IExecuteFunctions, NodeError } from 'n8n-workflow';

import { InvalidInputError } from '../../domain/InvalidInputError';
import { toNodeError } from './toNodeError';

/**
 * Turns the failure of one item into the error that n8n shows.
 *
 * Where an input among several cannot be read its sentence says which, as n8n's panel does (`[item 16]`, counted from 0),
 * so that the log and the field `error` say it too. The panel then adds it no second time.
 */
export function toItemError(context: Pick<IExecuteFunctions, 'getInputData' | 'getNode'>, error: unknown, itemIndex: number): NodeError {
	const nodeError = toNodeError(context.getNode(), error, itemIndex);
	const isOneOfMany = error instanceof InvalidInputError && context.getInputData().length > 1;
	if (isOneOfMany) nodeError.message += ` [item ${itemIndex}]`;
	return nodeError;
}
