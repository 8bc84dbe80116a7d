import type { DemoState } from './DemoState.ts';

function isRunning(pid: number | undefined): boolean {
	if (pid === undefined) return false;
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}

/**
 * Says where an earlier demo still runs; two n8n must not share one folder.
 *
 * @returns undefined when there is none
 */
export async function findRunningDemo({ contents }: DemoState): Promise<string | undefined> {
	const { pid, n8nPid, n8nUrl } = contents;
	if (!n8nUrl || !isRunning(n8nPid)) return undefined;
	const answer = await fetch(`${n8nUrl}/healthz`, { signal: AbortSignal.timeout(3000) }).catch(() => undefined);
	if (answer?.status !== 200) return undefined;
	return isRunning(pid)
		? `The demo is already running at ${n8nUrl} (process ${pid}). Stop it with Ctrl-C in its terminal first.`
		: `The n8n of an earlier demo still runs at ${n8nUrl}. End it with: kill ${n8nPid}`;
}
