import type { Bench, BenchStage } from './Bench.ts';
import { formatTable } from './formatTable.ts';
import { fillGatherings, LONG } from './gathering/fillGatherings.ts';
import { measureDue, type DueFigures } from './gathering/measureDue.ts';
import { measureGathering, type GatheringTimes } from './gathering/measureGathering.ts';
import { readNumber } from './readNumber.ts';
import type { BenchDatabase } from './store/BenchDatabase.ts';
import { countStatements } from './store/countStatements.ts';
import { measureDatabases } from './store/measureDatabases.ts';

const PEOPLE = 100_000;
const FEW_PEOPLE = 1_000;
const DUE = 5_000;
const FIRST_DUE = 5_000_000;

interface Figures {
	/** With few people, and with all of them. */
	times: GatheringTimes[];
	due: DueFigures;
}

const count = (value: number) => value.toLocaleString('en-US');

function readPeople(options: string[]): number {
	const people = readNumber(options, 'people') ?? PEOPLE;
	if (people > FEW_PEOPLE) return people;
	throw new Error(`--people is ${people}; it should be more than ${count(FEW_PEOPLE)}, for example ${PEOPLE}.`);
}

async function measure({ name, store, settle }: BenchDatabase, people: number, { say, signal }: BenchStage, counter: () => number): Promise<Figures> {
	const atMs = Date.now();
	const times: GatheringTimes[] = [];
	let from = 0;
	for (const to of [FEW_PEOPLE, people]) {
		signal.throwIfAborted();
		say(`${name}: ${count(to)} people are being gathered`);
		await fillGatherings(store, { from, to, atMs });
		await settle();
		times.push(await measureGathering(store, { people: to, atMs, signal, countStatements: counter }));
		from = to;
	}
	say(`${name}: ${count(DUE)} of them are due`);
	await fillGatherings(store, { from: FIRST_DUE, to: FIRST_DUE + DUE, atMs: atMs - LONG.waitMs });
	await settle();
	return { times, due: await measureDue(store, { atMs, countStatements: counter }) };
}

function show(figures: Partial<Record<string, Figures>>): void {
	const all = Object.entries(figures).flatMap(([name, found]) => (found ? [{ name, ...found }] : []));
	const times = all.flatMap(({ name, times: found }) =>
		found.map((each) => [
			name,
			count(each.people),
			...[each.quietMs, each.joinMs, each.beginMs].map((ms) => ms.toFixed(2)),
			each.quietStatements.toFixed(0),
		]),
	);
	const head = ['Store', 'people being gathered', 'a quiet look ms', 'a message that joins ms', 'that begins ms', 'statements of a look'];
	console.log(`\n  While nobody is due, medians\n\n${formatTable([head, ...times])}`);
	const due = all.map(({ name, due: each }) => [
		name,
		count(each.people),
		count(each.messages),
		String(each.twice),
		each.ms.toFixed(0),
		each.longestClaimMs.toFixed(1),
		count(each.statements),
		(each.heapBytes / 1_000_000).toFixed(1),
	]);
	const headOfDue = ['Store', 'people due', 'messages', 'given twice', 'ms', 'longest claim ms', 'statements', 'heap MB'];
	console.log(`\n  One look in which people are due\n\n${formatTable([headOfDue, ...due])}\n`);
}

/** What combining messages costs the store. */
export const gathering: Bench = {
	summary: `the timer of Combine Messages with ${count(PEOPLE)} people being gathered, ${count(DUE)} of them due; --people=${PEOPLE}, --only=sqlite or --only=postgres`,
	timeLimitMinutes: 20,
	async run(stage) {
		const people = readPeople(stage.options);
		const counter = countStatements();
		const figures = await measureDatabases(stage, async (database) => await measure(database, people, stage, counter));
		show(figures);
		return figures;
	},
};
