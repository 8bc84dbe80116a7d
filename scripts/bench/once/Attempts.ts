import type { N8nClient } from '../../n8n/N8nClient.ts';
import type { N8nExecution } from '../../n8n/N8nExecution.ts';
import { waitUntil } from '../../n8n/waitUntil.ts';

/** One execution of the round's workflow: the first one, or a retry. */
export interface Attempt extends N8nExecution {
	/** Whether n8n takes it for done, whatever its status; it refuses to retry it then. */
	finished: boolean;
}

// n8n misses a worker that was killed after two minutes.
const END_TIMEOUT_MS = 300_000;
const UNDER_WAY = new Set(['new', 'running']);
const CONFLICT = 'with 409';

/** The executions of one workflow that nobody else starts. */
export class Attempts {
	private readonly client: N8nClient;
	private readonly workflowId: string;
	private readonly signal: AbortSignal;
	private newest: string | undefined;

	constructor(client: N8nClient, workflowId: string, signal: AbortSignal) {
		this.client = client;
		this.workflowId = workflowId;
		this.signal = signal;
	}

	/** Waits for the execution that a webhook has just started, and gives its ID. */
	async started(): Promise<string> {
		const wait = { what: 'the execution to start', signal: this.signal };
		return await waitUntil(async () => await this.findNewer(), wait);
	}

	/** Whether an execution has come to its end. */
	async hasEnded(id: string): Promise<boolean> {
		const { status } = await this.client.api<Attempt>('GET', `/executions/${id}`);
		return !UNDER_WAY.has(status);
	}

	/** Waits until an execution has ended, and gives it with its data. */
	async ended(id: string): Promise<Attempt> {
		const wait = { what: `execution ${id} to end`, timeoutMs: END_TIMEOUT_MS, everyMs: 250, signal: this.signal };
		await waitUntil(async () => await this.hasEnded(id), wait);
		return await this.client.api('GET', `/executions/${id}?includeData=true`);
	}

	/**
	 * Retries an execution as the list of executions does it.
	 *
	 * @param loadWorkflow - true takes the workflow as it is saved now, false as it was
	 * @returns the ID of the retry, which is under way; undefined when n8n refuses because the execution is done
	 */
	async retry(id: string, loadWorkflow: boolean): Promise<string | undefined> {
		let isRefused = false;
		// n8n answers when the retry has ended. One that is killed gives no answer, and neither does one that takes long.
		this.client.rest('POST', `/executions/${id}/retry`, { loadWorkflow }).catch((error: unknown) => {
			isRefused = String(error).includes(CONFLICT);
		});
		const look = async () => (isRefused ? 'refused' : await this.findNewer());
		const found = await waitUntil(look, { what: 'the retry to start', signal: this.signal });
		return found === 'refused' ? undefined : found;
	}

	private async findNewer(): Promise<string | undefined> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: this.workflowId }));
		const path = `/executions?limit=1&filter=${filter}`;
		const { results } = await this.client.rest<{ results: Array<{ id: string }> }>('GET', path);
		const id = results[0]?.id;
		if (id === this.newest) return undefined;
		this.newest = id;
		return id;
	}
}
