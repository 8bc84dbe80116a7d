import { join } from 'node:path';
import { installPack } from '../../n8n/installPack.ts';
import { startN8n, type RunningN8n } from '../../n8n/startN8n.ts';
import type { BenchStage } from '../Bench.ts';
import type { Random } from '../crash/createRandom.ts';
import type { Ending } from './RoundKind.ts';

/** What to start. */
export interface ProcessStart extends Pick<BenchStage, 'folder' | 'signal' | 'atEnd'> {
	/** How many workers beside the main process; 0 where n8n is one process. */
	workers: number;
	/** Environment variables of all of them. */
	env: Record<string, string>;
	random: Random;
}

/** The processes that make up one n8n. */
export interface N8nProcesses {
	/** Address of the main process, which stays the same. */
	url: string;
	/**
	 * Ends the process that works on an execution, or in queue mode the main process now and then, and starts it again on the
	 * same data. Settles when n8n is ready.
	 */
	end(how: Exclude<Ending, 'stop'>, executionId: string): Promise<void>;
}

const MAIN = 0;
// In queue mode one of so many ends the main process and not the worker.
const MAIN_ENDS = 3;

/** Starts n8n, each process with a folder of its own: a worker looks for what it left unfinished on its own disk. */
export async function startProcesses({ folder, workers, env, random, signal, atEnd }: ProcessStart): Promise<N8nProcesses> {
	const processes: RunningN8n[] = [];
	const folderOf = (index: number) => join(folder, index === MAIN ? 'main' : `worker-${index}`);
	const start = async (index: number, port?: number) => {
		const command = [index === MAIN ? 'start' : 'worker'];
		processes[index] = await startN8n({ userFolder: folderOf(index), env, command, port, signal });
	};
	const finish = (n8n: RunningN8n) => (signal.aborted ? n8n.kill9() : n8n.stop());
	atEnd(async () => void (await Promise.all(processes.map(finish))));
	for (let index = MAIN; index <= workers; index++) {
		installPack({ userFolder: folderOf(index) });
		await start(index);
	}
	const isAtWork = (executionId: string) => (n8n: RunningN8n) =>
		n8n.logs.some((line) => line.includes(`Worker started execution ${executionId} `));
	return {
		url: processes[MAIN]?.url ?? '',
		async end(how, executionId) {
			const worker = processes.findIndex(isAtWork(executionId));
			const index = worker < 0 || random(MAIN_ENDS) === 0 ? MAIN : worker;
			const n8n = processes[index];
			await (how === 'kill9' ? n8n?.kill9() : n8n?.stop());
			await start(index, n8n && Number(new URL(n8n.url).port));
		},
	};
}
