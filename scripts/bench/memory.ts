import type { Bench } from './Bench.ts';
import { measureHeap } from './memory/measureHeap.ts';

const REQUESTS = 100_000;
const MOST_GROWTH_BYTES = 4_000_000;

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Whether the trigger keeps anything of a request once it is answered. */
export const memory: Bench = {
	summary: "the trigger's memory over 100,000 requests of every kind",
	timeLimitMinutes: 20,
	async run({ folder, signal, say }) {
		say(`Receiving ${REQUESTS.toLocaleString('en-US')} requests, one to five minutes`);
		const { heap, ...figures } = await measureHeap(folder, REQUESTS, signal);
		const [first, last] = heap;
		const growthBytes = last - first;
		console.log(`\n  Heap after a fifth: ${megabytes(first)}; after all: ${megabytes(last)}.`);
		const verdict = growthBytes <= MOST_GROWTH_BYTES ? 'met' : 'MISSED';
		console.log(`  It grew by ${megabytes(growthBytes)}; at most ${megabytes(MOST_GROWTH_BYTES)}: ${verdict}.\n`);
		return { ...figures, heapBytes: heap, growthBytes };
	},
};
