import type { N8nClient } from '../../n8n/N8nClient.ts';
import type { N8nExecution } from '../../n8n/N8nExecution.ts';

interface Page {
	data: N8nExecution[];
	nextCursor: string | null;
}

const PAGE = 250;

/**
 * Reads executions of a workflow with their data, the newest first, however large they are.
 *
 * @param most - how many at the most; all by default
 */
export async function readExecutions(client: N8nClient, workflowId: string, most = Infinity): Promise<N8nExecution[]> {
	const path = `/executions?workflowId=${workflowId}&includeData=true&ignoreDataSizeLimit=true&limit=${Math.min(PAGE, most)}`;
	const executions: N8nExecution[] = [];
	for (let cursor: string | null = ''; cursor !== null && executions.length < most; ) {
		const page: Page = await client.api('GET', cursor === '' ? path : `${path}&cursor=${cursor}`);
		executions.push(...page.data);
		cursor = page.nextCursor;
	}
	return executions.slice(0, most);
}
