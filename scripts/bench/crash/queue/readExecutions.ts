import type { Client as PgClient } from 'pg';
import type { Start } from '../readStarts.ts';

const PAGE = 500;

/** One execution as n8n's database has it. */
export interface StoredStart extends Start {
	id: number;
	/** The beginning of its data. */
	excerpt: string;
	/** Whether n8n has given up its job, as it does where a worker dies with it, and has written the execution anew with this error in place of its items. */
	isGivenUp: boolean;
}

/** From n8n's `max-stalled-count.error.js`. */
const GIVEN_UP = 'failed to be processed too many times';

const EXCERPT_LENGTH = 600;

interface Row {
	id: number;
	status: string;
	data: string;
}

/** Reads all executions of a workflow from n8n's database: its API takes minutes for tens of thousands. */
export async function readExecutions(client: PgClient, workflowId: string): Promise<StoredStart[]> {
	const starts: StoredStart[] = [];
	for (let after = 0; ; after = starts.at(-1)?.id ?? 0) {
		const { rows } = await client.query<Row>(
			`SELECT execution.id, execution.status, data.data FROM execution_entity AS execution
			JOIN execution_data AS data ON data."executionId" = execution.id
			WHERE execution."workflowId" = $1 AND execution.id > $2 ORDER BY execution.id LIMIT ${PAGE}`,
			[workflowId, after],
		);
		starts.push(...rows.map(toStart));
		if (rows.length < PAGE) return starts;
	}
}

function toStart({ id, status, data }: Row): StoredStart {
	const find = (pattern: RegExp) => [...new Set([...data.matchAll(pattern)].map(([, found]) => found ?? ''))];
	return { id: Number(id), status, excerpt: data.slice(0, EXCERPT_LENGTH), isGivenUp: data.includes(GIVEN_UP), posts: find(/"Post (\d+)"/g).map(Number), messageIds: find(/"(wamid\.CRASH\d+)"/g) };
}
