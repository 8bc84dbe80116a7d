import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Bench, BenchStage } from './Bench.ts';
import { fillStore } from './check/fillStore.ts';
import { formatTable } from './formatTable.ts';
import { readNumber } from './readNumber.ts';
import { CUSTOMERS, measureSends, PEOPLE, type SendFigures } from './send/measureSends.ts';
import { openLimitedMeta, type LimitedMeta } from './send/openLimitedMeta.ts';
import { sendCases, type Way } from './send/sendCases.ts';
import { sendInProcess, type ProcessSends } from './send/sendInProcess.ts';
import { openTemplateN8n } from './template/openTemplateN8n.ts';

const PER_SECOND = 80;
const FLOOR_SECONDS = PEOPLE / PER_SECOND;
const MOST_TO_FLOOR = 1.1;
const MOST_MEGABYTES = 600;
const MEMORY_ITEMS = 100_000;
const SHARED_PEOPLE = 1_500;
/** People whom both processes have written to before, see sendMany.cjs. */
const WARMED_UP = 2 * 20;

const LABELS: Record<Way, string> = {
	template: 'Send Template',
	builtInTens: "n8n's node, ten at a time",
	builtInAll: "n8n's node, all at once",
};

const round = (value: number, digits = 2) => Number(value.toFixed(digits));
const count = (value: number) => value.toLocaleString('en-US');

function showSends(figures: Record<string, SendFigures>): void {
	const rows = sendCases.map(({ name, way, answerMs }) => {
		const { seconds = NaN, people = 0, tooFast = 0, tooManyToOne = 0 } = figures[name] ?? {};
		const toFloor = way === 'template' ? (seconds / FLOOR_SECONDS).toFixed(2) : '';
		return [LABELS[way], `${answerMs} ms`, count(people), seconds.toFixed(1), FLOOR_SECONDS.toFixed(1), toFloor, count(tooFast), count(tooManyToOne)];
	});
	const head = ['Sender', 'Meta takes', 'reached', 'seconds', 'floor', 'to floor', '130429', '131056'];
	console.log(`\n${formatTable([head, ...rows])}\n`);
}

/** Two processes that know nothing of each other, with one number that Meta lets send as much as one of them would. */
async function measureShared({ folder, signal }: BenchStage, meta: LimitedMeta) {
	meta.begin({ answerDelayMs: 100 });
	const begun = performance.now();
	const sends = { metaUrl: meta.url, people: SHARED_PEOPLE, way: 'template', signal } as const;
	const both = [0, 1].map(async (index) => await sendInProcess({ ...sends, folder: join(folder, `process-${index}`), first: index * 100_000 }));
	const figures = await Promise.all(both);
	const seconds = (performance.now() - begun) / 1000;
	// Without the start of the processes.
	const sendSeconds = Math.max(...figures.map(({ tookMs }) => tookMs)) / 1000;
	const total = 2 * SHARED_PEOPLE;
	const { accepted, people, tooFast } = meta.arrived();
	const sent = figures.reduce((sum, each) => sum + each.sent, 0);
	return { people: total, sent, accepted: accepted - WARMED_UP, reached: people - WARMED_UP, sendSeconds: round(sendSeconds, 1), seconds: round(seconds, 1), floorSeconds: total / PER_SECOND, toFloor: round((sendSeconds * PER_SECOND) / total), tooFast };
}

async function measureMemory({ folder, signal, options }: BenchStage, meta: LimitedMeta, way: ProcessSends['way']) {
	const items = readNumber(options, 'items') ?? MEMORY_ITEMS;
	meta.begin({ answerDelayMs: 100, throughputPerSecond: null, throughputLevel: 'HIGH' });
	const { sent, tookMs, before, most } = await sendInProcess({ folder: join(folder, `memory-${way}`), metaUrl: meta.url, people: items, first: 0, way, signal });
	if (sent !== items) throw new Error(`${sent} of ${items} messages were sent.`);
	return { items, seconds: round(tookMs / 1000, 1), moreMegabytes: round((most.rss - before.rss) / 1_000_000, 0), moreHeapMegabytes: round((most.heapUsed - before.heapUsed) / 1_000_000, 0) };
}

async function measureInN8n(stage: BenchStage, meta: LimitedMeta): Promise<Record<string, SendFigures>> {
	const storePath = join(stage.folder, 'sessions.sqlite');
	await fillStore(storePath, CUSTOMERS, stage.signal);
	stage.say('Starting n8n');
	const opened = await openTemplateN8n(stage, storePath, meta.url);
	const figures = await measureSends(stage, opened, meta);
	await opened.stop();
	return figures;
}

/** How long it takes to write to many people, beside what Meta allows and n8n's own node. */
export const send: Bench = {
	summary: "1,000 messages at Meta's pace beside n8n's own node, two processes on one number, and the memory for 100,000",
	timeLimitMinutes: 25,
	async run(stage) {
		console.log(`\n  Node ${process.versions.node}; ${cpus().length} x ${cpus()[0]?.model}; a Meta that takes ${PER_SECOND} messages a second from a number\n`);
		const meta = await openLimitedMeta();
		stage.atEnd(() => meta.close());
		const sends = await measureInN8n(stage, meta);
		showSends(sends);
		stage.say(`Two processes with one number, ${count(SHARED_PEOPLE)} people each`);
		const shared = await measureShared(stage, meta);
		console.log(`\n  ${count(shared.reached)} of ${count(shared.people)} reached in ${shared.sendSeconds} s, floor ${shared.floorSeconds} s (${shared.toFloor}); 130429: ${shared.tooFast}\n`);
		stage.say('The memory for many items, some minutes');
		const memory = await measureMemory(stage, meta, 'template');
		const floor = await measureMemory(stage, meta, 'postOnly');
		const verdict = memory.moreMegabytes <= MOST_MEGABYTES ? 'met' : 'MISSED';
		console.log(`\n  ${count(memory.items)} items took ${memory.moreMegabytes} MB more, ${memory.seconds} s; at most ${MOST_MEGABYTES} MB: ${verdict}`);
		console.log(`  A node that does nothing but post with n8n's helper: ${floor.moreMegabytes} MB, ${floor.seconds} s\n`);
		return toFigures(sends, shared, { ...memory, floor });
	},
};

function toFigures(sends: Record<string, SendFigures>, shared: object, memory: object) {
	const seconds = (name: string) => sends[name]?.seconds ?? NaN;
	const perAnswer = [100, 400].map((ms) => {
		const toFloor = round(seconds(`template${ms}`) / FLOOR_SECONDS);
		const figures = {
			seconds: round(seconds(`template${ms}`), 1),
			toFloor,
			isWithinFloor: toFloor <= MOST_TO_FLOOR,
			timesAsFastAsTens: round(seconds(`builtInTens${ms}`) / seconds(`template${ms}`)),
			builtInTensSeconds: round(seconds(`builtInTens${ms}`), 1),
			builtInAllReached: sends[`builtInAll${ms}`]?.people,
			tooFast: sends[`template${ms}`]?.tooFast,
			tooManyToOne: sends[`template${ms}`]?.tooManyToOne,
		};
		return [`answerIn${ms}ms`, figures] as const;
	});
	return { people: PEOPLE, floorSeconds: FLOOR_SECONDS, ...Object.fromEntries(perAnswer), shared, memory };
}
