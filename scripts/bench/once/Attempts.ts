import type { N8nClient } from '../../n8n/N8nClient.ts';
import type { N8nExecution } from '../../n8n/N8nExecution.ts';
import { waitUntil } from '../../n8n/waitUntil.ts';

/** One execution of the round's workflow: the first one, or a retry. */
export interface Attempt extends N8nExecution {
	/** Whether n8n takes it for done, whatever its status; it refuses to retry it then. */
	finished: boolean;
}

// A worker that does not come back is missed after two minutes.
const END_TIMEOUT_MS = 180_000;
const GONE = new Set(['new', 'running']);

/** The executions of one workflow, which nobody but one round starts. */
export class Attempts {
	private readonly client: N8nClient;
	private readonly workflowId: string;
	/** IDs, the oldest first. */
	readonly ids: string[] = [];

	constructor(client: N8nClient, workflowId: string) {
		this.client = client;
		this.workflowId = workflowId;
	}

	/** Waits for the execution that was just started, and gives its ID. */
	async next(signal: AbortSignal): Promise<string> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: this.workflowId }));
		const look = async () => {
			const { results } = await this.client.rest<{ results: Array<{ id: string }> }>('GET', `/executions?limit=1&filter=${filter}`);
			const newest = results[0]?.id;
			return newest !== this.ids.at(-1) && newest;
		};
		const id = await waitUntil(look, { what: 'the execution to start', signal });
		this.ids.push(id);
		return id;
	}

	/** Whether an execution has come to its end. */
	async hasEnded(id: string): Promise<boolean> {
		const { status } = await this.client.api<Attempt>('GET', `/executions/${id}`);
		return !GONE.has(status);
	}

	/** Waits until an execution has ended, and gives it with its data. */
	async ended(id: string, signal: AbortSignal): Promise<Attempt> {
		const look = async () => await this.hasEnded(id);
		await waitUntil(look, { what: `execution ${id} to end`, timeoutMs: END_TIMEOUT_MS, everyMs: 250, signal });
		return await this.client.api('GET', `/executions/${id}?includeData=true`);
	}

	/**
	 * Retries an execution as the list of executions does it.
	 *
	 * @param loadWorkflow - true takes the workflow as it is saved now, false as it was
	 * @returns false when n8n refuses because the execution is done
	 */
	async retry(id: string, loadWorkflow: boolean): Promise<boolean> {
		// n8n answers when the retry has ended; one that is killed gives no answer.
		const answer = this.client.rest('POST', `/executions/${id}/retry`, { loadWorkflow });
		return await answer.then(
			() => true,
			(error: unknown) => !String(error).includes('with 409'),
		);
	}
}
