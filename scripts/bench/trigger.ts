import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { waitUntil } from '../n8n/waitUntil.ts';
import { findN8n } from '../n8n/findN8n.ts';
import type { Bench, BenchStage } from './Bench.ts';
import { formatTable } from './formatTable.ts';
import { openTriggerN8n } from './load/openTriggerN8n.ts';
import { createWebhooks } from './trigger/createWebhooks.ts';
import { expectRecorded } from './trigger/expectRecorded.ts';
import { measureCombining } from './trigger/measureCombining.ts';
import { FORGED, measureForged, type ForgedFigures } from './trigger/measureForged.ts';
import { measureQueue } from './trigger/measureQueue.ts';
import { measureTriggers, type TriggerFigures, type TriggerRounds } from './trigger/measureTriggers.ts';
import { publishTriggers, otherTriggersPack, type PublishedTrigger } from './trigger/publishTriggers.ts';
import { showCombining } from './trigger/showCombining.ts';
import { CONNECTIONS, triggerCases, type Engine, type TriggerKind } from './trigger/triggerCases.ts';

type Figures = Record<string, TriggerFigures>;

/** A ratio of two cases' requests per second and the least it may be. */
interface Target {
	name: string;
	/** The names of the two cases: the first is divided by the second. */
	cases: [string, string];
	engine: Engine;
	atLeast: number;
	meaning: string;
}

const TARGETS: Target[] = [
	{
		name: 'ratioToWebhook',
		cases: ['message', 'webhook'],
		engine: 'lazyAcquire',
		atLeast: 1,
		meaning: "a message / the same at n8n's Webhook, lazy acquire",
	},
	{
		name: 'ratioToCeiling',
		cases: ['message', 'bareMessage'],
		engine: 'lazyAcquire',
		atLeast: 0.97,
		meaning: 'a message / the same at a trigger that does nothing, lazy acquire',
	},
	{
		name: 'ratioToCeiling250',
		cases: ['message250', 'bareMessage250'],
		engine: 'lazyAcquire',
		atLeast: 0.97,
		meaning: 'the same with 250 connections at once',
	},
	{
		name: 'ratioToVersion1Statuses',
		cases: ['status', 'version1Status'],
		engine: 'lazyAcquire',
		atLeast: 15,
		meaning: 'an unwanted status / the same at version 1, lazy acquire',
	},
	{
		name: 'ratioToVersion1Default',
		cases: ['message', 'version1Message'],
		engine: 'default',
		atLeast: 1.5,
		meaning: 'a message / the same at version 1, default engine',
	},
];

const FULL: TriggerRounds = { rounds: 5, durationMs: 4000 };
const QUICK: TriggerRounds = { rounds: 2, durationMs: 1000 };
/** Shorter than is waited for the next message: while the webhooks come, few combined ones start a workflow. */
const COMBINING: TriggerRounds = { rounds: 3, durationMs: 2000 };
const COMBINING_QUICK: TriggerRounds = { rounds: 1, durationMs: 500 };
const LAZY_ACQUIRE = { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' };

const round = (value: number, digits: number) => Number(value.toFixed(digits));

function describeMachine(): string {
	const manifest = join(findN8n().folder, 'node_modules', 'n8n', 'package.json');
	const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
	return [
		`n8n ${version} with ${findN8n().database}, all successful executions saved (n8n's default)`,
		`Node ${process.versions.node}; ${cpus().length} x ${cpus()[0]?.model}`,
		`${CONNECTIONS} connections; every webhook is signed; every workflow holds its trigger alone`,
	].join('\n  ');
}

/** After a start, n8n answers before its webhooks do. */
async function waitForWebhooks(triggers: Record<TriggerKind, PublishedTrigger>, signal: AbortSignal): Promise<void> {
	for (const { url } of [triggers.trigger, triggers.combining, triggers.version1]) {
		const look = async () => (await fetch(url, { signal })).status !== 404;
		await waitUntil(look, { what: `${url} to be there`, signal });
	}
}

function showFigures(title: string, figures: Figures): void {
	const rows = triggerCases.flatMap(({ name, label }) => {
		if (!figures[name]) return [];
		const { requestsPerSecond, range, p50Ms, p99Ms, requests } = figures[name];
		const row = [
			label,
			requestsPerSecond.toFixed(1),
			range.map((rate) => rate.toFixed(1)).join('-'),
			p50Ms.toFixed(1),
			p99Ms.toFixed(1),
			String(requests),
		];
		return [row];
	});
	const head = ['Trigger and webhook', 'requests/s', 'range', 'p50 ms', 'p99 ms', 'requests'];
	console.log(`\n  ${title}\n\n${formatTable([head, ...rows])}`);
}

function toRatios(engines: Record<Target['engine'], Figures>): Record<string, number> {
	const ratio = (engine: Target['engine'], one: string, other: string) => {
		const rate = (each: string) => engines[engine][each]?.requestsPerSecond ?? NaN;
		return round(rate(one) / rate(other), 3);
	};
	const entries = TARGETS.flatMap(({ name, cases: [one, other], engine }) => [
		[name, ratio(engine, one, other)] as const,
		// What a trigger that does nothing reaches in the same run: no trigger of a community package can exceed it.
		...(one === 'message' && other !== 'bareMessage' ? [[toCeilingName(name), ratio(engine, 'bareMessage', other)] as const] : []),
	]);
	return Object.fromEntries(entries);
}

const toCeilingName = (name: string) => name.replace('ratio', 'ceiling');

function showTargets(ratios: Record<string, number>): void {
	const judged = TARGETS.map((target) => ({ ...target, value: ratios[target.name] ?? NaN }));
	const missed = judged.filter(({ value, atLeast }) => !(value >= atLeast));
	const rows = judged.map((target) => [
		target.meaning,
		target.value.toFixed(2),
		target.atLeast.toFixed(2),
		ratios[toCeilingName(target.name)]?.toFixed(2) ?? '',
		missed.includes(target) ? 'MISSED' : 'met',
	]);
	console.log(`\n  Targets\n\n${formatTable([['Ratio of requests per second', 'value', 'at least', 'doing nothing', ''], ...rows])}\n`);
	for (const { name, value, atLeast } of missed) {
		console.log(`  Target missed: ${name} is ${value}; it should be at least ${atLeast}.`);
	}
}

const rounded = (figures: Figures) =>
	Object.fromEntries(
		Object.entries(figures).map(([name, { requestsPerSecond, p50Ms, p99Ms, requests }]) => [
			name,
			{ requestsPerSecond: round(requestsPerSecond, 1), p50Ms: round(p50Ms, 1), p99Ms: round(p99Ms, 1), requests },
		]),
	);

interface Rounds {
	usual: TriggerRounds;
	combining: TriggerRounds;
}

/** Starts n8n with a workflow for each trigger. */
async function open({ folder, signal, atEnd, say }: BenchStage) {
	say('Starting n8n');
	const opened = await openTriggerN8n({ folder, otherPack: otherTriggersPack(), signal, atEnd });
	return { opened, triggers: await publishTriggers(opened), webhooks: createWebhooks(opened.appSecret), signal };
}

type Opened = Awaited<ReturnType<typeof open>>;

async function restartLazily({ opened, triggers, signal }: Opened, { say }: BenchStage): Promise<void> {
	await opened.n8n.stop();
	say('Starting the same n8n with N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true');
	await opened.restart(LAZY_ACQUIRE);
	await waitForWebhooks(triggers, signal);
}

async function end({ opened, webhooks }: Opened): Promise<void> {
	await opened.n8n.stop();
	await expectRecorded(opened.storePath, webhooks.writers);
}

async function measureAll(measured: Opened, { usual, combining }: Rounds, stage: BenchStage) {
	const { triggers, webhooks } = measured;
	stage.say('Measuring with the default expression engine');
	const byDefault = await measureTriggers({ ...measured, ...usual, engine: 'default' });
	await restartLazily(measured, stage);
	stage.say('Measuring with lazy acquire');
	const lazyAcquire = await measureTriggers({ ...measured, ...usual, engine: 'lazyAcquire' });
	stage.say(`Posting ${FORGED} forged webhooks at once`);
	const forged = await measureForged({ triggers, webhooks, forgeries: createWebhooks('not the app secret') });
	stage.say('Measuring Combine Messages');
	const combined = await measureCombining({ ...measured, ...combining });
	await end(measured);
	return { default: byDefault, lazyAcquire, forged, combining: combined };
}

async function measureCombiningAlone(measured: Opened, { combining }: Rounds, stage: BenchStage) {
	await restartLazily(measured, stage);
	stage.say('Measuring Combine Messages');
	const combined = await measureCombining({ ...measured, ...combining });
	await end(measured);
	return combined;
}

/** @throws {Error} when something else than `combine` is wanted alone */
function isForCombiningAlone(options: string[]): boolean {
	const given = options.find((option) => option === '--only' || option.startsWith('--only='));
	if (given === undefined) return false;
	if (given === '--only=combine') return true;
	throw new Error(`"${given}" is not an option; of this benchmark Combine Messages alone can be measured, by --only=combine.`);
}

function showForged({ forged, bareRefusal }: Record<'forged' | 'bareRefusal', ForgedFigures>): void {
	const toRow = (label: string, { wholeMs, genuineMs }: ForgedFigures) => [label, wholeMs.toFixed(0), genuineMs.toFixed(0)];
	const head = [`${FORGED} forged webhooks at once, lazy acquire`, 'all answered ms', 'a genuine one behind them ms'];
	const rows = [toRow('This trigger', forged), toRow('A trigger that refuses everything', bareRefusal)];
	console.log(`\n${formatTable([head, ...rows])}`);
}

function showQueue(rates: Record<string, number>): void {
	const rows = Object.entries(rates).map(([name, rate]) => [name.replace(/(\d)$/, ', webhook processes: $1'), rate.toFixed(1)]);
	console.log(`\n  Queue mode, Postgres, all processes on this machine\n\n${formatTable([['Webhook', 'answered/s'], ...rows])}`);
}

/** What the trigger costs beside n8n's own triggers. */
export const trigger: Bench = {
	summary: "WhatsApp Session Trigger beside n8n's Webhook node and a version 1 trigger; --quick for a first look, --only=combine for Combine Messages alone, --no-queue where there is no Redis",
	timeLimitMinutes: 24,
	async run(stage) {
		const { options, say } = stage;
		const isAlone = isForCombiningAlone(options);
		console.log(`\n  ${describeMachine()}\n`);
		const rounds = options.includes('--quick') ? { usual: QUICK, combining: COMBINING_QUICK } : { usual: FULL, combining: COMBINING };
		const measured = await open(stage);
		if (isAlone) {
			const combining = await measureCombiningAlone(measured, rounds, stage);
			showCombining(combining);
			return { combining };
		}
		const engines = await measureAll(measured, rounds, stage);
		showFigures('Default expression engine', engines.default);
		showFigures('N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true', engines.lazyAcquire);
		showForged(engines.forged);
		showCombining(engines.combining);
		say('Starting n8n in queue mode');
		const queue = options.includes('--no-queue') ? {} : (await measureQueue(stage, QUICK)).requestsPerSecond;
		showQueue(queue);
		const ratios = toRatios(engines);
		showTargets(ratios);
		return { ...ratios, queue, forged: engines.forged, combining: engines.combining, default: rounded(engines.default), lazyAcquire: rounded(engines.lazyAcquire) };
	},
};
