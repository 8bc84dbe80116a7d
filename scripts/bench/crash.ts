import type { Bench, BenchStage } from './Bench.ts';
import { killUnderLoad } from './crash/killUnderLoad.ts';
import { killCluster } from './crash/queue/killCluster.ts';
import { formatTable } from './formatTable.ts';
import { readNumber } from './readNumber.ts';

const KILLS = 20;
const EVENTS = 5_000;
const PEOPLE = 1_000;

function show(figures: object): void {
	const rows = Object.entries(figures).map(([name, value]) => [name, JSON.stringify(value)]);
	console.log(`\n${formatTable([['What became of it', ''], ...rows])}\n`);
}

async function killProcess(stage: BenchStage, kills: number, seed: number): Promise<Record<string, unknown>> {
	const figures = await killUnderLoad(stage, { kills, seed });
	const { lost, ranAfterAnswer, ranTwiceByOnePost, strangeExecutions } = figures;
	show(figures);
	if (lost + ranAfterAnswer + ranTwiceByOnePost + strangeExecutions > 0) console.log('  Target missed.');
	return { ...figures };
}

async function killQueue(stage: BenchStage, kills: number, seed: number): Promise<Record<string, unknown>> {
	const { options } = stage;
	const figures = await killCluster(stage, {
		kills,
		seed,
		events: readNumber(options, 'events') ?? EVENTS,
		people: readNumber(options, 'people') ?? PEOPLE,
		isRedisDurable: !options.includes('--redis=volatile'),
		only: options.find((option) => option.startsWith('--only='))?.slice('--only='.length),
	});
	const { lost, wrongWindows, answeredTwice, unanswered } = figures;
	show(figures);
	if (lost + wrongWindows + answeredTwice + unanswered > 0) console.log('  Target missed.');
	return { ...figures };
}

/** Whether n8n may be killed at any moment without a message being lost or run again. */
export const crash: Bench = {
	summary: 'kill -9 under load, with redelivery; --kills=20 --seed=1, and for an n8n of many processes --place=queue --events=5000 --people=1000 --redis=volatile --only=postgres',
	timeLimitMinutes: 120,
	async run(stage) {
		const kills = readNumber(stage.options, 'kills') ?? KILLS;
		const seed = readNumber(stage.options, 'seed') ?? Date.now() % 2 ** 31;
		return stage.options.includes('--place=queue') ? await killQueue(stage, kills, seed) : await killProcess(stage, kills, seed);
	},
};
