import { join } from 'node:path';
import type { Bench, BenchStage } from './Bench.ts';
import { formatTable } from './formatTable.ts';
import { measureStore, type StoreTimes } from './store/measureStore.ts';
import { openPostgres } from './store/openPostgres.ts';
import { openPostgresUnderTest } from './store/openPostgresUnderTest.ts';
import { openSqliteUnderTest } from './store/openSqliteUnderTest.ts';
import { readDatabases } from './store/readDatabases.ts';
import type { StoreUnderTest } from './store/StoreUnderTest.ts';

const SIZES = '10000,1000000,10000000';

interface Figures extends StoreTimes {
	sessions: number;
	bytesPerSession: number;
}

const MEASURES = [
	['checkOne', 'check of 1'],
	['checkMany', 'check of 10,000'],
	['webhookOne', 'webhook of 1'],
	['webhookMany', 'webhook of 1,000'],
] as const;

const count = (value: number) => value.toLocaleString('en-US');

function readSizes(options: string[]): number[] {
	const given = options.find((option) => option.startsWith('--sizes='))?.slice('--sizes='.length) ?? SIZES;
	const sizes = given.split(',').map(Number).sort((one, other) => one - other);
	if (sizes.every((size) => Number.isInteger(size) && size >= 10_000)) return sizes;
	throw new Error(`--sizes is "${given}"; it should be numbers from 10000 on with commas between them, for example ${SIZES}.`);
}

async function measureSizes(name: string, tested: StoreUnderTest, sizes: number[], { signal, say }: BenchStage): Promise<Figures[]> {
	const figures: Figures[] = [];
	let filled = 0;
	for (const sessions of sizes) {
		signal.throwIfAborted();
		say(`${name}: ${count(sessions)} sessions`);
		await tested.grow(filled, sessions);
		filled = sessions;
		const bytesPerSession = Math.round((await tested.sizeOfSessions()) / sessions);
		figures.push({ sessions, bytesPerSession, ...(await measureStore(tested.store, sessions, signal)) });
	}
	return figures;
}

/** How many times as long it takes with ten times the sessions; of a search in a sorted list it is their logarithms' ratio. */
function perTenfold(from: Figures, to: Figures, measure: (typeof MEASURES)[number][0]): number {
	return (to[measure] / from[measure]) ** (1 / Math.log10(to.sessions / from.sessions));
}

function show(name: string, figures: Figures[]): void {
	const rows = figures.map((each) => [
		count(each.sessions),
		...MEASURES.map(([measure]) => each[measure].toFixed(each[measure] < 10 ? 2 : 0)),
		String(each.bytesPerSession),
	]);
	console.log(`\n  ${name}, medians in milliseconds\n`);
	console.log(formatTable([['Sessions', ...MEASURES.map(([, label]) => label), 'bytes a session'], ...rows]));
	const growth = figures.slice(1).map((to, index) => {
		const from = figures[index]!;
		const logarithmic = (Math.log(to.sessions) / Math.log(from.sessions)) ** (1 / Math.log10(to.sessions / from.sessions));
		const label = `${count(from.sessions)} to ${count(to.sessions)}`;
		return [label, ...MEASURES.map(([measure]) => `x ${perTenfold(from, to, measure).toFixed(2)}`), `x ${logarithmic.toFixed(2)}`];
	});
	if (growth.length === 0) return;
	console.log(`\n${formatTable([['Growth per tenfold', ...MEASURES.map(([, label]) => label), 'a logarithm'], ...growth])}\n`);
}

/** What the store costs as it fills. */
export const store: Bench = {
	summary: `both stores as they fill; --sizes=${SIZES}, --only=sqlite or --only=postgres`,
	timeLimitMinutes: 40,
	async run(stage) {
		const { folder, options, atEnd } = stage;
		const sizes = readSizes(options);
		const openings = {
			sqlite: async () => openSqliteUnderTest(join(folder, 'sessions.sqlite')),
			postgres: async () => await openPostgresUnderTest(await openPostgres(folder, atEnd)),
		};
		const figures: Record<string, Figures[]> = {};
		for (const name of readDatabases(options)) {
			const tested: StoreUnderTest = await openings[name]();
			atEnd(async () => await tested.close());
			figures[name] = await measureSizes(name, tested, sizes, stage);
			show(name, figures[name]);
		}
		return { ...figures };
	},
};
