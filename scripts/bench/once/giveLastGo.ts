import { heardStatuses } from './heardStatuses.ts';
import { letRun } from './letRun.ts';
import { NO_FAULTS } from './planFaults.ts';
import { resetSimulator } from './resetSimulator.ts';
import type { PlayedRound } from './runRound.ts';
import { startWorkflow } from './startWorkflow.ts';

/** ID of the execution that goes once more; undefined where n8n offers no way. */
async function goAgain({ kind, attempts, last, path, ...round }: PlayedRound): Promise<string | undefined> {
	if (kind.keys === 'default') return last.finished ? undefined : await attempts.retry(last.id, false);
	await startWorkflow(round, path);
	return await attempts.started();
}

/**
 * What a builder does when the silence about a message counts: retries the last execution where n8n lets them, or with keys of
 * their own runs the workflow again with the same people. Nothing is cut off any more.
 */
export async function giveLastGo(played: PlayedRound): Promise<PlayedRound> {
	resetSimulator(played);
	const round = { ...played, faults: NO_FAULTS };
	const id = await goAgain(round);
	if (id === undefined) return round;
	const last = await letRun(round, id, false);
	await heardStatuses(round);
	return { ...round, last, sent: [...played.sent, ...played.opened.simulator.sent()] };
}
