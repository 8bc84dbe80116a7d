import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Client as PgClient } from 'pg';
import { projectFolder } from '../../../n8n/projectFolder.ts';
import type { BenchStage } from '../../Bench.ts';
import { createRandom } from '../createRandom.ts';
import { DeliveryBook } from '../DeliveryBook.ts';
import { judgeCluster, type ClusterVerdict } from './judgeCluster.ts';
import { openCluster } from './openCluster.ts';
import { deliverRest, pressAndKillAny, type ClusterRun } from './pressAndKillAny.ts';
import { readExecutions } from './readExecutions.ts';
import { awaitQuiet, retryFailed } from './settleExecutions.ts';

/** How much to write, and how often to kill. */
export interface ClusterOptions {
	kills: number;
	events: number;
	people: number;
	/** Decides over everything that is left to chance. */
	seed: number;
	/** Whether Redis keeps the queue on the disk. */
	isRedisDurable: boolean;
	/** `main`, `worker`, `webhook`, `redis` or `postgres`, where only such are killed. */
	only?: string;
}

/** What it came to. */
export interface ClusterFigures extends ClusterVerdict, ClusterOptions {
	killed: Record<string, number>;
	answers: Record<string, number>;
	/** Executions that an operator has to retry, and has. */
	retried: number;
	/** Messages without an answer before those retries. */
	unansweredBeforeRetries: number;
}

const require = createRequire(import.meta.url);

async function connect(url: string): Promise<PgClient> {
	const { Client } = require('pg') as { Client: new (config: { connectionString: string }) => PgClient };
	const client = new Client({ connectionString: url });
	await client.connect();
	return client;
}

/** Lets people write to an n8n of many processes while these, its Postgres and its Redis are killed. */
export async function killCluster(stage: BenchStage, options: ClusterOptions): Promise<ClusterFigures> {
	const { signal, say, atEnd } = stage;
	const { kills, events, people, seed, isRedisDurable, only } = options;
	say(`Seed ${seed}`);
	const opened = await openCluster(stage, isRedisDurable);
	const random = createRandom(seed);
	const run: ClusterRun = { opened, random, book: new DeliveryBook(random, people), answers: {}, killed: {}, events, kills, only, signal, say };
	await pressAndKillAny(run);
	say('Delivering what was not answered');
	await deliverRest(run);
	const client = await connect(opened.postgresUrl);
	atEnd(async () => await client.end());
	say('Waiting for the executions');
	await awaitQuiet(run, client);
	const path = join(projectFolder(), 'dist', 'nodes', 'shared', 'domain', 'canonicalWaId.js');
	const { canonicalWaId } = require(path) as { canonicalWaId: (digits: string) => string };
	const read = async () => await judgeCluster(run, client, await readExecutions(client, opened.workflowId), canonicalWaId);
	// Before the retries: each of them is an execution more of the same post.
	const before = await read();
	say('Retrying what failed');
	const retried = await retryFailed(run, client);
	const { answeredTwice, unanswered, undecided } = await read();
	const unansweredBeforeRetries = before.unanswered;
	return { ...options, killed: run.killed, answers: run.answers, ...before, retried, unansweredBeforeRetries, answeredTwice, unanswered, undecided };
}
