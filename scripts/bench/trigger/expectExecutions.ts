import { itemsOf } from '../../n8n/itemsOf.ts';
import type { N8nClient } from '../../n8n/N8nClient.ts';
import type { N8nExecution } from '../../n8n/N8nExecution.ts';
import { countExecutions } from '../load/countExecutions.ts';
import type { PublishedTrigger } from './publishTriggers.ts';

/**
 * Makes sure that a trigger has started no more executions than it had to, and lost no update of the newest webhook.
 *
 * @param executions - how many the workflow must have, all webhooks so far together
 * @param items - how many the newest of them must hold; undefined when the newest webhook started none
 * @throws {Error} when it has not
 */
export async function expectExecutions(
	client: N8nClient,
	{ workflowId }: PublishedTrigger,
	executions: number,
	items?: number,
): Promise<void> {
	const all = await countExecutions(client, workflowId);
	if (all !== executions) throw new Error(`Workflow ${workflowId} has ${all} executions; right would be ${executions}.`);
	if (items === undefined) return;
	const path = `/executions?workflowId=${workflowId}&includeData=true&ignoreDataSizeLimit=true&limit=1`;
	const [newest] = (await client.api<{ data: N8nExecution[] }>('GET', path)).data;
	const name = Object.keys(newest?.data?.resultData.runData ?? {})[0] ?? '';
	const found = newest ? itemsOf(newest, name).length : 0;
	if (found !== items) throw new Error(`Execution ${newest?.id} holds ${found} items; right would be ${items}.`);
}
