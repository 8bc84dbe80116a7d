import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { isToolRun } from '../../shared/n8n/items/isToolRun';
import { sendItems } from '../../shared/n8n/items/sendItems';
import { toNodeError } from '../../shared/n8n/items/toNodeError';
import { askItem, type WaitJson } from './askItem';
import { requireResumingN8n } from './requireResumingN8n';

/**
 * Sends the question of the only item, and lets the execution wait for the answer.
 *
 * When the time is over n8n does not ask the node again: it puts out on the first output what the node had come in. So the
 * item that is there has the fields of the question added to it while it waits.
 *
 * @throws {NodeOperationError} when there are several items, an AI agent calls, or n8n is too old to put out the answer
 */
export async function askAndWait(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	requireResumingN8n(context.getNode());
	requireOneItem(context);
	const [[asked] = [], closed = []] = await sendItems(context, askItem);
	if (!asked) return [[], closed, []];
	const { givesUpAt } = asked.json.wait as WaitJson;
	// Only the list of this node: the node before has one of its own, with the same items in it.
	context.getInputData().splice(0, 1, asked);
	await context.putExecutionToWait(new Date(givesUpAt));
	return [[], [], []];
}

function requireOneItem(context: IExecuteFunctions): void {
	const { length } = context.getInputData();
	const problem = isToolRun(context)
		? new InvalidInputError(
				'Operation',
				'An AI agent cannot wait for the answer of a person, so nothing was sent.',
				"Let the agent use the operation 'Send': the answer starts the workflow of the trigger.",
			)
		: new InvalidInputError(
				'Operation',
				`An execution waits for one answer, and here are ${length} items, so nothing was sent.`,
				"Put 'Loop Over Items' before this node and its last node back into the loop to ask one person after another, or call a sub-workflow for each item to ask all at once.",
			);
	if (isToolRun(context) || length > 1) throw toNodeError(context.getNode(), problem);
}
