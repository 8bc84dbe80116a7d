import { median } from './median.ts';

/**
 * Does something again and again, and gives how long it took: the median, in milliseconds. One round more comes first and warms up.
 *
 * @param work - is given the number of the round, 0 for the one that warms up
 */
export async function timeRounds(rounds: number, signal: AbortSignal, work: (round: number) => Promise<unknown>): Promise<number> {
	const samples: number[] = [];
	for (let round = 0; round <= rounds; round++) {
		signal.throwIfAborted();
		const begunAtMs = performance.now();
		await work(round);
		if (round > 0) samples.push(performance.now() - begunAtMs);
	}
	return median(samples);
}
