import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { checkCases, LARGE_STORE, SMALL_STORE, type CheckCase } from './check/checkCases.ts';
import { fillStore } from './check/fillStore.ts';
import { measureInN8n } from './check/measureInN8n.ts';
import { measureInProcess } from './check/measureInProcess.ts';
import type { Timing } from './check/runRounds.ts';
import { findN8n } from '../n8n/findN8n.ts';
import type { Bench, BenchStage } from './Bench.ts';
import { formatTable } from './formatTable.ts';

type Timings = Record<string, Timing>;

/** A ratio of two medians and the most it may be. */
interface Target {
	name: string;
	/** The names of the two cases: the first is divided by the second. */
	cases: [string, string];
	isInProcess?: true;
	atMost: number;
	meaning: string;
}

const TARGETS: Target[] = [
	{ name: 'ratioToIf', cases: ['check', 'if'], atMost: 0.05, meaning: 'check / If, 10,000 items' },
	{ name: 'ratioToHandMade', cases: ['check', 'handMade'], atMost: 0.003, meaning: 'check / by hand, 10,000 items' },
	{
		name: 'ratioToHandMade1000',
		cases: ['check1000', 'handMade1000'],
		atMost: 0.02,
		meaning: 'check / by hand, 1,000 items',
	},
	{
		name: 'ratioToIfInProcess',
		cases: ['check', 'if'],
		isInProcess: true,
		atMost: 1,
		meaning: 'check / If in process, 10,000 items',
	},
];

const LABELS: Record<CheckCase['kind'], string> = {
	check: 'Session Window Check',
	if: "n8n's If, one condition",
	noOp: "n8n's No Operation, the floor",
	handMade: 'By hand: data table, expression, If',
};

const count = (value: number) => value.toLocaleString('en-US');
const round = (value: number, digits: number) => Number(value.toFixed(digits));

function describeMachine(): string {
	const manifest = join(findN8n().folder, 'node_modules', 'n8n', 'package.json');
	const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
	return `n8n ${version}, default settings; Node ${process.versions.node}; ${cpus().length} x ${cpus()[0]?.model}`;
}

async function fillStores({ folder, signal, say }: BenchStage): Promise<Map<number, string>> {
	const stores = new Map([SMALL_STORE, LARGE_STORE].map((size) => [size, join(folder, 'stores', `${size}.sqlite`)]));
	for (const [size, path] of stores) {
		say(`Filling a store with ${count(size)} sessions`);
		await fillStore(path, size, signal);
	}
	return stores;
}

function showTimings(title: string, timings: Timings): void {
	const rows = checkCases.flatMap((each: CheckCase) => {
		const timing = timings[each.name];
		if (!timing) return [];
		const known = each.sessions ?? (each.kind === 'handMade' ? each.items : undefined);
		return [
			[
				LABELS[each.kind],
				count(each.items),
				known === undefined ? '-' : count(known),
				timing.medianMs.toFixed(0),
				each.once ? 'once' : `${timing.minMs.toFixed(0)}-${timing.maxMs.toFixed(0)}`,
				((timing.medianMs * 1000) / each.items).toFixed(0),
			],
		];
	});
	const head = ['Node', 'items', 'on record', 'median ms', 'range ms', 'us per item'];
	console.log(`\n  ${title}\n\n${formatTable([head, ...rows])}`);
}

function toRatios(inN8n: Timings, inProcess: Timings): Record<string, number> {
	const entries = TARGETS.map(({ name, cases: [one, other], isInProcess }) => {
		const timings = isInProcess ? inProcess : inN8n;
		return [name, round((timings[one]?.medianMs ?? NaN) / (timings[other]?.medianMs ?? NaN), 4)] as const;
	});
	return Object.fromEntries(entries);
}

function showTargets(ratios: Record<string, number>): void {
	const judged = TARGETS.map((target) => ({ ...target, value: ratios[target.name] ?? NaN }));
	const missed = judged.filter(({ value, atMost }) => !(value <= atMost));
	const rows = judged.map((target) => [
		target.meaning,
		target.value.toFixed(4),
		String(target.atMost),
		missed.includes(target) ? 'MISSED' : 'met',
	]);
	const head = ['Ratio, with 1,000,000 sessions on record', 'value', 'at most', ''];
	console.log(`\n  Targets\n\n${formatTable([head, ...rows])}\n`);
	for (const { name, value, atMost } of missed) {
		console.log(`  Target missed: ${name} is ${value}; it should be at most ${atMost}.`);
	}
}

const mediansOf = (timings: Timings) =>
	Object.fromEntries(Object.entries(timings).map(([name, { medianMs }]) => [name, round(medianMs, 1)]));

/** How long a check takes beside n8n's If node and beside the hand-made version of a check. */
export const check: Bench = {
	summary: "Session Window Check beside n8n's If node and a check made by hand",
	async run(stage) {
		console.log(`\n  ${describeMachine()}\n`);
		const stores = await fillStores(stage);
		const inN8n = await measureInN8n(stage, stores);
		const inProcess = await measureInProcess(stage, stores);
		showTimings("In n8n (the nodes' own times in its execution data)", inN8n);
		showTimings("In process (n8n's engine alone, without its isolate)", inProcess);
		const ratios = toRatios(inN8n, inProcess);
		showTargets(ratios);
		return { ...ratios, medianMs: mediansOf(inN8n), medianMsInProcess: mediansOf(inProcess) };
	},
};
