import type { N8nExecution } from './N8nExecution.ts';

/**
 * The JSON of the items that a node has given on one output, over all its runs.
 *
 * @param output - 0 is the first output
 * @returns an empty list when the node did not run or gave nothing there
 */
export function itemsOf(execution: N8nExecution, node: string, output = 0): Array<Record<string, unknown>> {
	const runs = execution.data?.resultData.runData[node] ?? [];
	return runs.flatMap((run) => run.data?.main[output] ?? []).map((item) => item.json);
}
