import type { Client as PgClient } from 'pg';
import { waitUntil } from '../../../n8n/waitUntil.ts';
import type { ClusterRun } from './pressAndKillAny.ts';

const QUIET_TIMEOUT_MS = 600_000;
const UNSETTLED = "('new', 'running')";
const FAILED = "('crashed', 'error')";

async function idsOf(client: PgClient, { workflowId }: ClusterRun['opened'], statuses: string): Promise<number[]> {
	const { rows } = await client.query<{ id: number }>(`SELECT id FROM execution_entity WHERE "workflowId" = $1 AND status IN ${statuses} AND "retrySuccessId" IS NULL`, [workflowId]);
	return rows.map(({ id }) => id);
}

/** Waits until no execution is on its way: what has fallen out of the queue n8n calls crashed at its next look, a minute later at most. */
export async function awaitQuiet(run: ClusterRun, client: PgClient): Promise<void> {
	const look = async () => (await idsOf(client, run.opened, UNSETTLED)).length === 0;
	await waitUntil(look, { what: 'all executions to end', timeoutMs: QUIET_TIMEOUT_MS, everyMs: 1000, signal: run.signal });
}

/** Retries every execution that has failed or fallen out of the queue, as an operator does; gives how many there were. */
export async function retryFailed(run: ClusterRun, client: PgClient): Promise<number> {
	const ids = await idsOf(client, run.opened, FAILED);
	for (const id of ids) {
		run.signal.throwIfAborted();
		// What n8n refuses to retry stays as it is, and is counted.
		await run.opened.client.rest('POST', `/executions/${id}/retry`, { loadWorkflow: false }).catch(() => undefined);
	}
	await awaitQuiet(run, client);
	return ids.length;
}
