import { symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { installPack } from '../n8n/installPack.ts';
import { projectFolder } from '../n8n/projectFolder.ts';
import type { Bench } from './Bench.ts';
import { readDescriptions, type DescriptionFigures } from './descriptions/readDescriptions.ts';
import { formatTable } from './formatTable.ts';
import { median } from './median.ts';

const ROUNDS = 15;
const MOST_MS = 100;

/** What the package adds to the start of every process of n8n: the descriptions of its nodes are read. */
export const descriptions: Bench = {
	summary: 'what the package adds to the start of n8n, which reads the descriptions of all nodes',
	async run({ folder, signal, say }) {
		const packageFolder = installPack({ userFolder: folder });
		// n8n itself brings it along.
		symlinkSync(join(projectFolder(), 'node_modules', 'n8n-workflow'), join(dirname(packageFolder), 'n8n-workflow'), 'junction');
		say(`Reading the descriptions ${ROUNDS} times, half a minute`);
		const rounds: DescriptionFigures[] = [];
		for (let round = 0; round < ROUNDS; round += 1) rounds.push(await readDescriptions(packageFolder, signal));
		const [tookMs, processorMs] = [rounds.map((round) => round.tookMs), rounds.map((round) => round.processorMs)].map(median) as [number, number];
		const files = rounds[0]?.files ?? 0;
		console.log(`\n${formatTable([['Descriptions', 'median'], ['until they are there', `${tookMs.toFixed(0)} ms`], ['processor time', `${processorMs.toFixed(0)} ms`], ['files', String(files)]])}\n`);
		console.log(`  At most ${MOST_MS} ms: ${tookMs <= MOST_MS ? 'met' : 'MISSED'}.\n`);
		return { tookMs, processorMs, files };
	},
};
