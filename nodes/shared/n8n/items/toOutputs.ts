import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { isToolRun } from './isToolRun';

/** An item and the output it leaves on. */
export interface RoutedItem {
	output: 0 | 1;
	item: INodeExecutionData;
}

/**
 * Puts items on the two outputs of a node, in their order.
 *
 * An AI agent gets to see the first output only, so there it holds all of them: silence would read as success.
 */
export function toOutputs(context: Pick<IExecuteFunctions, 'getNode'>, routed: RoutedItem[]): INodeExecutionData[][] {
	const outputs: INodeExecutionData[][] = [[], []];
	const isTool = isToolRun(context);
	for (const { output, item } of routed) outputs[isTool ? 0 : output]?.push(item);
	return outputs;
}
