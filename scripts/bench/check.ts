import { cpus } from 'node:os';
import { join } from 'node:path';
import { checkCases, LARGE_STORE, SMALL_STORE, type CheckCase } from './check/checkCases.ts';
import { fillStore } from './check/fillStore.ts';
import { measureInN8n } from './check/measureInN8n.ts';
import { measureInProcess } from './check/measureInProcess.ts';
import type { Timing } from './check/runRounds.ts';
import type { Bench, BenchStage } from './Bench.ts';
import { formatTable } from './formatTable.ts';

/** A figure and the most it may be. */
interface Target {
	name: string;
	value: number;
	atMost: number;
	meaning: string;
}

const LABELS: Record<CheckCase['kind'], string> = {
	check: 'Session Window Check',
	if: "n8n's If, one condition",
	handMade: 'By hand: data table, expression, If',
};

const count = (value: number) => value.toLocaleString('en-US');
const round = (value: number, digits: number) => Number(value.toFixed(digits));

async function fillStores({ folder, signal, say }: BenchStage): Promise<Map<number, string>> {
	const stores = new Map([SMALL_STORE, LARGE_STORE].map((size) => [size, join(folder, 'stores', `${size}.sqlite`)]));
	for (const [size, path] of stores) {
		say(`Filling a store with ${count(size)} sessions`);
		await fillStore(path, size, signal);
	}
	return stores;
}

function showTimings(title: string, timings: Record<string, Timing>): void {
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
				`${timing.minMs.toFixed(0)}-${timing.maxMs.toFixed(0)}`,
				((timing.medianMs * 1000) / each.items).toFixed(0),
			],
		];
	});
	const head = ['Node', 'items', 'on record', 'median ms', 'range ms', 'us per item'];
	console.log(`\n  ${title}\n\n${formatTable([head, ...rows])}`);
}

function toTargets(inN8n: Record<string, Timing>, inProcess: Record<string, Timing>): Target[] {
	const ratio = (timings: Record<string, Timing>, one: string, other: string) =>
		round((timings[one]?.medianMs ?? NaN) / (timings[other]?.medianMs ?? NaN), 4);
	return [
		{ name: 'ratioToIf', value: ratio(inN8n, 'check', 'if'), atMost: 0.1, meaning: 'check / If, 10,000 items' },
		{
			name: 'ratioToHandMade',
			value: ratio(inN8n, 'check1000', 'handMade1000'),
			atMost: 0.02,
			meaning: 'check / by hand, 1,000 items',
		},
		{
			name: 'ratioToIfInProcess',
			value: ratio(inProcess, 'check', 'if'),
			atMost: 1,
			meaning: 'check / If in process, 10,000 items',
		},
	];
}

function showTargets(targets: Target[]): void {
	const rows = targets.map(({ name, value, atMost, meaning }) => [
		name,
		meaning,
		value.toFixed(4),
		atMost.toFixed(2),
		value <= atMost ? 'met' : 'MISSED',
	]);
	console.log(`\n  Targets, all with 1,000,000 sessions on record\n\n${formatTable([['Figure', 'what', 'value', 'at most', ''], ...rows])}\n`);
	for (const { name, value, atMost } of targets.filter((target) => !(target.value <= target.atMost))) {
		console.log(`  Target missed: ${name} is ${value}, it should be at most ${atMost}.`);
	}
}

const mediansOf = (timings: Record<string, Timing>) =>
	Object.fromEntries(Object.entries(timings).map(([name, { medianMs }]) => [name, round(medianMs, 1)]));

/** How long a check takes beside n8n's If node and beside the hand-made version of a check. */
export const check: Bench = {
	summary: "Session Window Check beside n8n's If node and a check made by hand",
	async run(stage) {
		const [cpu] = cpus();
		console.log(`\n  n8n 2.41, default settings; Node ${process.versions.node}; ${cpus().length} x ${cpu?.model}\n`);
		const stores = await fillStores(stage);
		const inN8n = await measureInN8n(stage, stores);
		const inProcess = await measureInProcess(stage, stores);
		showTimings("In n8n (the nodes' own times in its execution data)", inN8n);
		showTimings("In process (n8n's engine alone, without its isolate)", inProcess);
		const targets = toTargets(inN8n, inProcess);
		showTargets(targets);
		const ratios = Object.fromEntries(targets.map(({ name, value }) => [name, value]));
		return { ...ratios, medianMs: mediansOf(inN8n), medianMsInProcess: mediansOf(inProcess) };
	},
};
