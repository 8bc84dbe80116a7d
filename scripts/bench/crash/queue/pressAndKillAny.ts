import { setTimeout as pause } from 'node:timers/promises';
import { isN8nReady } from '../../../n8n/isN8nReady.ts';
import { createPoster } from '../../load/createPoster.ts';
import { pickDelivery, postDelivery, type PostingRun } from '../pressAndKill.ts';
import type { Cluster } from './openCluster.ts';

/** One run against an n8n of many processes. */
export interface ClusterRun extends PostingRun {
	opened: Cluster;
	/** So many messages are written. */
	events: number;
	kills: number;
	/** Kind of those that are killed; undefined for all. */
	only?: string;
	/** How often what was killed. */
	killed: Record<string, number>;
	signal: AbortSignal;
	say(line: string): void;
}

const CONNECTIONS_EACH = 6;
const LONGEST_PAUSE_MS = 3_000;
const POLL_MS = 50;

const countMessages = ({ book }: ClusterRun) => book.deliveries.reduce((sum, { messageIds }) => sum + messageIds.length, 0);

/**
 * Posts to all webhook processes, and kills one process after the other at moments that are left to chance, until both have been done often
 * enough.
 */
export async function pressAndKillAny(run: ClusterRun): Promise<void> {
	let killsDone = 0;
	const killAll = async () => {
		while (killsDone < run.kills) {
			await killOne(run, killsDone + 1);
			killsDone += 1;
		}
	};
	// People write between all kills alike, however long a start takes.
	const mayWrite = () => countMessages(run) < (run.events * (killsDone + 1)) / (run.kills + 1);
	const press = async (url: string) => {
		const poster = createPoster(url, CONNECTIONS_EACH);
		const postInTurn = async () => {
			while (killsDone < run.kills || countMessages(run) < run.events) {
				run.signal.throwIfAborted();
				// What a proxy in front of n8n does: to one that starts, n8n answers 200 and forgets the webhook (docs/queue-mode.md).
				if (!(await isN8nReady(new URL(url).origin))) await pause(POLL_MS);
				else if (mayWrite()) await postDelivery(run, poster, pickDelivery(run));
				else await postDue(run, poster);
			}
		};
		await Promise.all(Array.from({ length: CONNECTIONS_EACH }, postInTurn)).finally(() => poster.close());
	};
	await Promise.all([killAll(), ...run.opened.urls.map(press)]);
}

/** Posts everything that was not answered, until all of it is. */
export async function deliverRest(run: ClusterRun): Promise<void> {
	const posters = run.opened.urls.map((url) => createPoster(url, CONNECTIONS_EACH));
	const postInTurn = async (_: unknown, index: number) => {
		while (run.book.unanswered > 0) {
			run.signal.throwIfAborted();
			await postDue(run, posters[index % posters.length]!);
		}
	};
	await Promise.all(Array.from({ length: CONNECTIONS_EACH * posters.length }, postInTurn));
	for (const poster of posters) poster.close();
}

async function postDue(run: ClusterRun, poster: ReturnType<typeof createPoster>): Promise<void> {
	const due = run.book.takeDue(Date.now());
	if (due) await postDelivery(run, poster, due);
	else await pause(POLL_MS, undefined, { signal: run.signal });
}

async function killOne(run: ClusterRun, kill: number): Promise<void> {
	const { opened, random, killed, signal, say } = run;
	await pause(random(LONGEST_PAUSE_MS), undefined, { signal });
	const victims = opened.mortals.filter(({ kind }) => run.only === undefined || kind === run.only);
	const victim = victims[random(victims.length)]!;
	await victim.kill9();
	killed[victim.kind] = (killed[victim.kind] ?? 0) + 1;
	say(`${new Date().toISOString()} killed ${kill} of ${run.kills}: ${victim.kind}; ${countMessages(run)} messages, ${run.book.unanswered} webhooks to deliver again`);
	await victim.start();
}
