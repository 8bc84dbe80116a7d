import { setTimeout as pause } from 'node:timers/promises';
import type { Bench, BenchStage } from './Bench.ts';
import { createRandom, type Random } from './crash/createRandom.ts';
import { formatTable } from './formatTable.ts';
import { giveLastGo } from './once/giveLastGo.ts';
import { openMortalN8n } from './once/openMortalN8n.ts';
import { planRounds } from './once/planRounds.ts';
import { nameOfKind, type Place, type RoundKind } from './once/RoundKind.ts';
import { runRound, toFigures, type PlayedRound, type RoundFigures } from './once/runRound.ts';
import { readNumber } from './readNumber.ts';

const ROUNDS = 20;
const PEOPLE = 300;
// Five minutes without a status prove that a message was not sent; some seconds for clocks and timers.
const SILENCE_MS = 305_000;
const HEAD = ['Rounds', 'number', 'people', 'got 0', 'got 1', 'got 2+', 'undecided', 'reported', 'dropped', 'cut off', 'retried'];
const FIGURES = ['people', 'zero', 'one', 'two', 'undecided', 'reported', 'dropped', 'endings', 'retries'] as const;

type Sums = Record<(typeof FIGURES)[number], number>;
type CountedRound = { kind: RoundKind } & RoundFigures & { people: number };

function readPlaces(options: string[]): Place[] {
	const only = options.find((option) => option.startsWith('--only='))?.slice('--only='.length);
	if (only === undefined) return ['embedded', 'queue'];
	if (only !== 'embedded' && only !== 'queue') throw new Error(`--only is "${only}"; it should be "embedded" or "queue".`);
	return [only];
}

function addUp(played: CountedRound[]): Sums & { rounds: number } {
	const sums = FIGURES.map((name) => [name, played.reduce((sum, round) => sum + round[name], 0)]);
	return { rounds: played.length, ...(Object.fromEntries(sums) as Sums) };
}

function tell({ zero, one, two, undecided, reported, endings, retries, outcome }: RoundFigures): string {
	const people = `${zero}, ${one} and ${two} people got 0, 1 and 2+ messages`;
	return `cut off ${endings} times, retried ${retries} times; ${people}, ${undecided} undecided, ${reported} of them reported for good; ${outcome}`;
}

/** Plays all rounds of one place in one n8n, waits once until silence about a message counts, and gives each its last go. */
async function playPlace(stage: BenchStage, plan: RoundKind[], people: number, random: Random): Promise<CountedRound[]> {
	const place = plan[0]?.place ?? 'embedded';
	const opened = await openMortalN8n({ ...stage, place, random });
	const played: PlayedRound[] = [];
	for (const kind of plan) {
		const round = played.length + 1;
		const ended = await runRound({ ...stage, opened, kind, round, people, random });
		played.push(ended);
		stage.say(`Round ${round} of ${plan.length}, ${nameOfKind(kind)}: ${tell(toFigures(ended))}`);
	}
	stage.say(`Waiting ${SILENCE_MS / 1000} s for statuses, then a last go for each round`);
	await pause(SILENCE_MS, undefined, { signal: stage.signal });
	const counted: CountedRound[] = [];
	for (const [index, ended] of played.entries()) {
		const { kind } = ended;
		const figures = toFigures(await giveLastGo(ended));
		counted.push({ kind, people, ...figures });
		stage.say(`Last go of round ${index + 1}, ${nameOfKind(kind)}: ${tell(figures)}`);
	}
	return counted;
}

async function playAll(stage: BenchStage, plan: RoundKind[], people: number, seed: number): Promise<CountedRound[]> {
	const random = createRandom(seed);
	const counted: CountedRound[] = [];
	for (const own of Object.values(Object.groupBy(plan, ({ place }) => place))) {
		counted.push(...(await playPlace(stage, own, people, random)));
	}
	return counted;
}

/** Whether everybody gets one message, whenever n8n is killed, stopped and started again, and executions are retried. */
export const once: Bench = {
	summary: 'kill -9, Stop and SIGTERM while sending, then Retry; --rounds=20 --people=300 --seed=1 --only=embedded to choose',
	timeLimitMinutes: 120,
	async run(stage) {
		const rounds = readNumber(stage.options, 'rounds') ?? ROUNDS;
		const people = readNumber(stage.options, 'people') ?? PEOPLE;
		const seed = readNumber(stage.options, 'seed') ?? Date.now() % 2 ** 31;
		stage.say(`Seed ${seed}. Starting n8n`);
		const played = await playAll(stage, planRounds(rounds, readPlaces(stage.options)), people, seed);
		const byName = Object.groupBy(played, ({ kind }) => nameOfKind(kind));
		const byKind = Object.entries(byName).map(([kind, own = []]) => ({ kind, ...addUp(own) }));
		const all = addUp(played);
		const rows = [...byKind, { kind: 'all', ...all }].map((row) => [row.kind, row.rounds, ...FIGURES.map((name) => row[name])]);
		console.log(`\n${formatTable([HEAD, ...rows.map((row) => row.map(String))])}\n`);
		// Who got none because nobody knows whether it went out has been reported to the builder.
		if (all.two > 0 || all.zero > all.undecided + all.dropped) console.log('  Target missed.');
		return { name: 'once', seed, ...all, byKind };
	},
};
