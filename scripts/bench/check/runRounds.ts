import { median } from '../median.ts';

/** What the measured rounds of one case have shown, in milliseconds. */
export interface Timing {
	medianMs: number;
	minMs: number;
	maxMs: number;
}

const MEASURED_ROUNDS = 5;

/**
 * Measures cases side by side: every round runs each of them once, so that whatever else the machine does falls on all
 * of them alike. A first round warms up and does not count; a case marked `once` runs in the last round alone.
 *
 * @param run - runs a case once and gives its milliseconds
 * @returns the timings by the name of the case
 */
export async function runRounds<Case extends { name: string; once?: true }>(
	cases: readonly Case[],
	run: (each: Case) => Promise<number>,
	signal: AbortSignal,
): Promise<Record<string, Timing>> {
	const samples = new Map(cases.map(({ name }) => [name, [] as number[]]));
	for (let round = 0; round <= MEASURED_ROUNDS; round++) {
		for (const each of cases) {
			signal.throwIfAborted();
			if (each.once && round < MEASURED_ROUNDS) continue;
			const ms = await run(each);
			if (round > 0) samples.get(each.name)?.push(ms);
		}
	}
	return Object.fromEntries(
		[...samples].map(([name, values]) => [
			name,
			{ medianMs: median(values), minMs: Math.min(...values), maxMs: Math.max(...values) },
		]),
	);
}
