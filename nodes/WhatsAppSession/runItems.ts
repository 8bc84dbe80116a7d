import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { passErrorOn } from '../shared/n8n/items/passErrorOn';

/** What an operation makes of one item: one object for each item that leaves the node. */
export type ItemOperation<Run> = (run: Run, itemIndex: number) => Promise<IDataObject[]>;

/**
 * Runs an operation for every item, one after another, so that what one changes the next one sees.
 *
 * An item that fails leaves with its error when the node is set to go on; otherwise the node fails there. When the execution
 * is stopped nothing new begins.
 *
 * @param open - opens what the operation works with; once for all items
 */
export async function runItems<Run>(
	context: IExecuteFunctions,
	open: (context: IExecuteFunctions) => Promise<Run>,
	operate: ItemOperation<Run>,
): Promise<INodeExecutionData[]> {
	const signal = context.getExecutionCancelSignal();
	const outcomes: INodeExecutionData[] = [];
	const run = await open(context);
	for (const itemIndex of context.getInputData().keys()) {
		signal?.throwIfAborted();
		try {
			const jsons = await operate(run, itemIndex);
			for (const json of jsons) outcomes.push({ json, pairedItem: { item: itemIndex } });
		} catch (error) {
			outcomes.push(passErrorOn(context, error, itemIndex));
		}
	}
	return outcomes;
}
