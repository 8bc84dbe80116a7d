import { setTimeout as pause } from 'node:timers/promises';
import { waitUntil } from '../../n8n/waitUntil.ts';
import type { Attempt } from './Attempts.ts';
import { countAccepted } from './countAccepted.ts';
import type { Round } from './Round.ts';

const RUN_TIMEOUT_MS = 300_000;
const CUT_SHARE = 0.9;
const LONGEST_PAUSE_MS = 30;
const LOOK_MS = 5;
const LOOKS_PER_QUESTION = 40;

/** Waits until Meta has taken so many messages; false when the execution has ended before. */
async function reach(round: Round, executionId: string, accepted: number): Promise<boolean> {
	const { faults, attempts, signal } = round;
	let looks = 0;
	const look = async () => {
		const now = countAccepted(round);
		faults.order(now);
		if (now >= accepted) return 'reached';
		looks += 1;
		return looks % LOOKS_PER_QUESTION === 0 && (await attempts.hasEnded(executionId)) && 'ended';
	};
	const wait = { what: `execution ${executionId} to send`, timeoutMs: RUN_TIMEOUT_MS, everyMs: LOOK_MS, signal };
	return (await waitUntil(look, wait)) === 'reached';
}

async function stop({ opened, attempts }: Round, executionId: string): Promise<void> {
	await opened.client.rest('POST', `/executions/${executionId}/stop`).catch(async (error: unknown) => {
		// It may have come to its end in between; n8n refuses then.
		if (!(await attempts.hasEnded(executionId))) throw error;
	});
}

/** Cuts an execution off at a moment left to chance; false when it has come to its end before. */
async function cutOff(round: Round, executionId: string): Promise<boolean> {
	const { opened, kind, people, random } = round;
	// Not the last few: the execution would have ended before it could be cut off.
	const moment = countAccepted(round) + random(Math.ceil(people * CUT_SHARE));
	if (!(await reach(round, executionId, moment))) return false;
	await pause(random(LONGEST_PAUSE_MS));
	await (kind.ending === 'stop' ? stop(round, executionId) : opened.end(kind.ending, executionId));
	return true;
}

/** Lets an execution run, to its own end or until it is cut off, and gives it as n8n has stored it. */
export async function letRun(round: Round, executionId: string, isCutOff: boolean): Promise<Attempt> {
	const isEnded = isCutOff && (await cutOff(round, executionId));
	await reach(round, executionId, Infinity);
	const attempt = await round.attempts.ended(executionId);
	// One that was asked to end may have been in time, and one whose main process was killed goes on in the worker.
	if (isEnded && attempt.status !== 'success') round.endings += 1;
	return attempt;
}
