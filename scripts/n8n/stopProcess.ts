import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 15_000;

/** Sends a signal to a process and its helpers; a process that has gone already is no error. */
function send(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid === undefined) return;
	if (process.platform === 'win32') {
		child.kill(signal);
		return;
	}
	try {
		process.kill(-child.pid, signal);
	} catch {
		child.kill(signal);
	}
}

/**
 * Ends a process and its helpers, and waits until it has ended.
 *
 * @param exited - settles when the process has ended
 * @param force - true ends it at once; false asks first and forces it after 15 s
 */
export async function stopProcess(child: ChildProcess, exited: Promise<unknown>, force: boolean): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	send(child, force ? 'SIGKILL' : 'SIGTERM');
	if (force) {
		await exited;
		return;
	}
	const giveUp = new AbortController();
	const late = pause(PATIENCE_MS, 'late', { signal: giveUp.signal }).catch(() => 'stopped');
	if ((await Promise.race([exited, late])) === 'late') send(child, 'SIGKILL');
	giveUp.abort();
	await exited;
}
