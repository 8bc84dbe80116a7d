import type { Bench } from './Bench.ts';
import { killUnderLoad } from './crash/killUnderLoad.ts';
import { formatTable } from './formatTable.ts';

const KILLS = 20;

/** The number behind `--name=` on the command line; undefined when it is not there. */
function readNumber(options: string[], name: string): number | undefined {
	const found = options.find((option) => option.startsWith(`--${name}=`))?.slice(name.length + 3);
	if (found === undefined) return undefined;
	if (!/^\d+$/.test(found)) throw new Error(`--${name} is "${found}"; it should be a whole number.`);
	return Number(found);
}

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
