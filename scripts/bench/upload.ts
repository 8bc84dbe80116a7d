import type { Bench } from './Bench.ts';
import { formatTable } from './formatTable.ts';
import { measureUpload, type MemoryFigures } from './upload/measureUpload.ts';

const MEGABYTE = 1024 * 1024;
/** The most that WhatsApp takes. */
const DOCUMENT_BYTES = 100 * MEGABYTE;
const MOST_EXTRA_BYTES = 64 * MEGABYTE;

const KINDS: Record<keyof MemoryFigures, string> = { rss: 'in all (RSS)', heapUsed: 'heap', external: 'buffers' };
const megabytes = (bytes: number) => `${(bytes / MEGABYTE).toFixed(1)} MB`;

/** How much memory the largest document takes on its way from n8n's files to WhatsApp. */
export const upload: Bench = {
	summary: 'the memory for a document of 100 MB from the files that n8n keeps',
	async run({ folder, signal, say }) {
		say('Sending a document of 100 MB');
		const figures = await measureUpload(folder, DOCUMENT_BYTES, signal);
		const { before, most, tookMs, receivedBytes } = figures;
		const kinds = Object.keys(KINDS) as Array<keyof MemoryFigures>;
		const rows = kinds.map((kind) => [
			KINDS[kind],
			megabytes(before[kind]),
			megabytes(most[kind]),
			megabytes(most[kind] - before[kind]),
		]);
		console.log(`\n${formatTable([['Memory', 'before', 'at most', 'extra'], ...rows])}\n`);
		const extraBytes = most.rss - before.rss;
		const verdict = extraBytes <= MOST_EXTRA_BYTES ? 'met' : 'MISSED';
		console.log(`  ${megabytes(receivedBytes)} arrived, read and sent in ${tookMs} ms.`);
		console.log(`  At most ${megabytes(MOST_EXTRA_BYTES)} extra: ${verdict}.\n`);
		return { ...figures, extraBytes };
	},
};
