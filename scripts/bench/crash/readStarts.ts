import type { N8nClient } from '../../n8n/N8nClient.ts';
import type { N8nExecution } from '../../n8n/N8nExecution.ts';
import { waitUntil } from '../../n8n/waitUntil.ts';
import { countExecutions } from '../load/countExecutions.ts';
import { readExecutions } from '../load/readExecutions.ts';

/** One execution, by what it was started with. */
export interface Start {
	/** Numbers of the posts whose messages it holds: one. */
	posts: number[];
	/** IDs of its messages, each once. */
	messageIds: string[];
	/** n8n's status; `crashed` for one that was under way when n8n was killed. */
	status: string;
}

/** Looks at the whole stored data: of an execution that crashed, the items stand elsewhere than of one that ended. */
function toStart({ data, status }: N8nExecution): Start {
	const text = JSON.stringify(data ?? {});
	const find = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, found]) => found ?? ''))];
	return { posts: find(/"Post (\d+)"/g).map(Number), messageIds: find(/"(wamid\.CRASH\d+)"/g), status };
}

/** Reads all executions of a workflow, once none of them is under way any more. */
export async function readStarts(client: N8nClient, workflowId: string): Promise<Start[]> {
	const look = async () => {
		const executions = await readExecutions(client, workflowId);
		const isWhole = executions.length === (await countExecutions(client, workflowId));
		return isWhole && executions.every(({ status }) => status !== 'running') && executions;
	};
	const executions = await waitUntil(look, { what: 'all executions to end', timeoutMs: 60_000, everyMs: 500 });
	return executions.map(toStart);
}
