import type { N8nClient } from '../../n8n/N8nClient.ts';
import type { N8nExecution, N8nNodeRun } from '../../n8n/N8nExecution.ts';
import { waitUntil } from '../../n8n/waitUntil.ts';
import type { OrderItem } from './orderItems.ts';
import type { MeasuredWorkflow } from './workflows.ts';

/** n8n's own account of one node's run. */
type TimedRun = N8nNodeRun & { executionTime: number };

/** What one execution has shown. */
export interface Measurement {
	/** Time of the measured nodes together, in milliseconds, by n8n's own account. */
	ms: number;
	/** The same for each of them. */
	nodesMs: Record<string, number>;
	/** Items on the outputs of the last node: for a branch, those that passed and those that did not. */
	counts: number[];
}

const RUN_TIMEOUT_MS = 290_000;

/** The newest execution of a workflow, once it is stored. */
async function newestExecution(client: N8nClient, workflowId: string, signal: AbortSignal): Promise<N8nExecution> {
	const path = `/executions?workflowId=${workflowId}&includeData=true&limit=1`;
	const look = async () => {
		const [execution] = (await client.api<{ data: N8nExecution[] }>('GET', path)).data;
		return execution && !['new', 'running'].includes(execution.status) && execution;
	};
	return await waitUntil(look, { what: `the execution of workflow ${workflowId}`, signal });
}

/**
 * Sends items through a published workflow and reads how long its measured nodes took.
 *
 * @throws {Error} when the execution failed
 */
export async function measure(
	client: N8nClient,
	{ id, path, measured }: MeasuredWorkflow & { id: string },
	items: OrderItem[],
	signal: AbortSignal,
): Promise<Measurement> {
	const answer = await fetch(`${client.url}/webhook/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ items }),
		signal: AbortSignal.any([signal, AbortSignal.timeout(RUN_TIMEOUT_MS)]),
	});
	const execution = await newestExecution(client, id, signal);
	const { runData, error } = execution.data?.resultData ?? { runData: {} };
	if (!answer.ok || execution.status !== 'success') {
		throw new Error(`The workflow "${path}" failed with ${answer.status}: ${error?.message ?? execution.status}`);
	}
	const nodesMs = Object.fromEntries(
		measured.map((name) => [name, (runData[name]?.[0] as TimedRun | undefined)?.executionTime ?? NaN]),
	);
	return {
		ms: Object.values(nodesMs).reduce((sum, ms) => sum + ms, 0),
		nodesMs,
		counts: (runData[measured.at(-1) ?? '']?.[0]?.data?.main ?? []).map((output) => output?.length ?? 0),
	};
}
