import type { N8nClient } from '../../n8n/N8nClient.ts';

/**
 * Asks n8n how many executions of a workflow it has stored.
 *
 * @param status - counts only those in this state; undefined counts all
 */
export async function countExecutions(client: N8nClient, workflowId: string, status?: string): Promise<number> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId, ...(status && { status: [status] }) }));
	return (await client.rest<{ count: number }>('GET', `/executions?limit=1&filter=${filter}`)).count;
}
