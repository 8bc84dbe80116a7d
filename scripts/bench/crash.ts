import type { Bench } from './Bench.ts';
import { killUnderLoad } from './crash/killUnderLoad.ts';
import { formatTable } from './formatTable.ts';
import { readNumber } from './readNumber.ts';

const KILLS = 20;

/** Whether n8n may be killed at any moment without a message being lost or run again. */
export const crash: Bench = {
	summary: 'kill -9 under load, with redelivery; --kills=20 --seed=1 to choose',
	timeLimitMinutes: 20,
	async run(stage) {
		const kills = readNumber(stage.options, 'kills') ?? KILLS;
		const seed = readNumber(stage.options, 'seed') ?? Date.now() % 2 ** 31;
		const figures = await killUnderLoad(stage, { kills, seed });
		const { lost, ranAfterAnswer, ranTwiceByOnePost, strangeExecutions } = figures;
		const rows = Object.entries(figures).map(([name, value]) => [name, JSON.stringify(value)]);
		console.log(`\n${formatTable([['What became of it', ''], ...rows])}\n`);
		if (lost + ranAfterAnswer + ranTwiceByOnePost + strangeExecutions > 0) console.log('  Target missed.');
		return { ...figures };
	},
};
