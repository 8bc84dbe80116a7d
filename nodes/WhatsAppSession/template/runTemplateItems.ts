import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { passErrorOn } from '../../shared/n8n/items/passErrorOn';
import { openTemplateRun } from './openTemplateRun';
import type { TemplateRun } from './TemplateRun';

/** What an operation makes of one item: one object for each item that leaves the node. */
export type TemplateOperation = (run: TemplateRun, itemIndex: number) => Promise<IDataObject[]>;

/**
 * Runs an operation for every item, one after another, so that what one changes the next one sees.
 *
 * An item that fails leaves with its error when the node is set to go on; otherwise the node fails there. When the execution
 * is stopped nothing new begins.
 */
export async function runTemplateItems(
	context: IExecuteFunctions,
	operate: TemplateOperation,
): Promise<INodeExecutionData[]> {
	const signal = context.getExecutionCancelSignal();
	const outcomes: INodeExecutionData[] = [];
	let opening: Promise<TemplateRun> | undefined;
	for (const itemIndex of context.getInputData().keys()) {
		signal?.throwIfAborted();
		try {
			const jsons = await operate(await (opening ??= openTemplateRun(context)), itemIndex);
			outcomes.push(...jsons.map((json) => ({ json, pairedItem: { item: itemIndex } })));
		} catch (error) {
			outcomes.push(passErrorOn(context, error, itemIndex));
		}
	}
	return outcomes;
}
