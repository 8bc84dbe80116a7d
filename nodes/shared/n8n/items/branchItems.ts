import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { openClosingNotice } from './openClosingNotice';
import { passErrorOn } from './passErrorOn';
import { toNodeError } from './toNodeError';
import { toOutputs, type RoutedItem } from './toOutputs';
import { withFields } from './withFields';

/** How the items of a check leave it. */
export interface Branches<Fields> {
	/** Answers for all items at once, in their order: the fields that an item gets, or what went wrong with it. */
	ask(context: IExecuteFunctions): Promise<Array<Fields | { error: unknown }>>;
	/** The output of an answer. */
	outputOf(fields: Fields): 0 | 1;
	/** The output of an item that could not be judged, where the node is set to go on. */
	otherwise: 0 | 1;
}

/**
 * Puts every item out on the branch of its answer, with the answer's fields.
 *
 * @throws {NodeOperationError} when an item could not be judged and the node is not set to go on
 */
export async function branchItems<Fields extends IDataObject>(
	context: IExecuteFunctions,
	{ ask, outputOf, otherwise }: Branches<Fields>,
): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const answers = await ask(context).catch((error: unknown): Array<{ error: unknown }> => {
		// What fails for the whole run, such as the credential, fails for every item.
		if (!context.continueOnFail()) throw toNodeError(context.getNode(), error);
		return items.map(() => ({ error }));
	});
	const closing = openClosingNotice(context);
	const routed = answers.map((answer, itemIndex): RoutedItem => {
		if ('error' in answer) return { output: otherwise, item: passErrorOn(context, answer.error, itemIndex) };
		const fields = answer as Fields;
		if (outputOf(fields) === 0) closing.note(fields.session);
		return { output: outputOf(fields), item: withFields(items[itemIndex], itemIndex, fields) };
	});
	closing.end();
	return toOutputs(context, routed);
}
