import { statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callbackUrl } from '../demo/callbackUrl.ts';
import { waitUntil } from '../n8n/waitUntil.ts';
import type { Bench, BenchStage } from './Bench.ts';
import { formatTable } from './formatTable.ts';
import { createPoster, type Poster } from './load/createPoster.ts';
import { openTriggerN8n, type TriggerN8n } from './load/openTriggerN8n.ts';
import { signWebhook } from './load/signWebhook.ts';
import { toMessagesWebhook } from './load/toMessagesWebhook.ts';
import { drawSeries } from './soak/drawSeries.ts';
import type { Minute } from './soak/Minute.ts';
import { postEvenly } from './soak/postEvenly.ts';
import { readResidentBytes } from './soak/readResidentBytes.ts';
import { soakWorkflow } from './soak/soakWorkflow.ts';

const MINUTES = 60;
const PER_SECOND = 20;
const PEOPLE = 5_000;
const MEGABYTE = 1_000_000;
// As the operators' page advises; see docs/benchmarks.md.
const ENV = { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' };

function readMinutes(options: string[]): number {
	const given = options.find((option) => !option.startsWith('--')) ?? String(MINUTES);
	if (/^[1-9]\d*$/.test(given)) return Number(given);
	throw new Error(`"${given}" is no number of minutes. For three of them: npm run bench -- soak 3`);
}

async function open(stage: BenchStage): Promise<{ opened: TriggerN8n; url: string }> {
	const opened = await openTriggerN8n(stage);
	const { id } = await opened.client.createWorkflow(soakWorkflow(opened.credential));
	await opened.client.publish(id);
	const url = callbackUrl(opened.n8n.url, await opened.client.getWorkflow(id));
	await opened.n8n.stop();
	await opened.restart(ENV);
	await waitUntil(async () => (await fetch(url)).status !== 404, { what: 'the webhooks to be there' });
	return { opened, url };
}

const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

function p99(latenciesMs: number[]): number {
	return latenciesMs.sort((one, other) => one - other)[Math.ceil(latenciesMs.length * 0.99) - 1] ?? NaN;
}

/** Lets people write for a minute, and looks at what it did. */
async function runMinute({ opened, poster, minute, signal }: { opened: TriggerN8n; poster: Poster; minute: number; signal: AbortSignal }): Promise<Minute> {
	const latenciesMs: number[] = [];
	const underWay: Array<Promise<void>> = [];
	let failed = 0;
	const post = () => {
		const number = minute * PER_SECOND * 60 + underWay.length;
		const message = { id: `wamid.SOAK${number}`, customer: (number * 7919) % PEOPLE, text: `Message ${number}` };
		const sentAtMs = performance.now();
		const answer = poster.post(signWebhook(toMessagesWebhook([message]), opened.appSecret)).catch(() => 0);
		underWay.push(answer.then((status) => {
			latenciesMs.push(performance.now() - sentAtMs);
			if (status !== 200) failed += 1;
		}));
	};
	await postEvenly(PER_SECOND, 60, post, signal);
	await Promise.all(underWay);
	const { storePath } = opened;
	const { all, own } = readResidentBytes(opened.n8n.process.pid ?? 0);
	return {
		posted: underWay.length,
		failed,
		p99Ms: Math.round(p99(latenciesMs)),
		memoryMb: Math.round(all / MEGABYTE),
		ownMemoryMb: own === undefined ? null : Math.round(own / MEGABYTE),
		storeMb: Number(((sizeOf(storePath) + sizeOf(`${storePath}-wal`)) / MEGABYTE).toFixed(2)),
		sent: opened.sentCount(),
	};
}

function show(minutes: Minute[]): void {
	const names = ['posted', 'failed', 'p99Ms', 'memoryMb', 'ownMemoryMb', 'storeMb', 'sent'] as const;
	const rows = minutes.map((each, index) => [String(index + 1), ...names.map((name) => String(each[name]))]);
	console.log(`\n${formatTable([['Minute', 'posted', 'not 200', 'p99 ms', 'memory MB', 'its own', 'store MB', 'sent in all'], ...rows])}\n`);
}

/** What n8n and the store become when people write hour after hour. */
export const soak: Bench = {
	summary: `${PER_SECOND} people a second for an hour, or so many minutes: memory, file size, p99; --plot=soak.svg`,
	timeLimitMinutes: 24 * 60,
	async run(stage) {
		const { options, signal, say } = stage;
		const count = readMinutes(options);
		say('Starting n8n');
		const { opened, url } = await open(stage);
		const poster = createPoster(url, 200);
		stage.atEnd(async () => poster.close());
		const minutes: Minute[] = [];
		for (let minute = 0; minute < count; minute++) {
			minutes.push(await runMinute({ opened, poster, minute, signal }));
			say(`Minute ${minute + 1} of ${count}: ${JSON.stringify(minutes.at(-1))}`);
		}
		show(minutes);
		const path = options.find((option) => option.startsWith('--plot='))?.slice('--plot='.length) ?? join(tmpdir(), 'whatsapp-session-soak.svg');
		const labels = { memoryMb: "n8n's memory (RSS), MB", storeMb: 'session store on the disk, MB', p99Ms: 'p99 of the webhooks, ms' } as const;
		const series = Object.entries(labels).map(([name, label]) => ({ label, values: minutes.map((each) => each[name as keyof typeof labels]) }));
		writeFileSync(path, drawSeries(`${PER_SECOND} messages a second: trigger, check, answer`, series));
		console.log(`  Plot: ${path}\n`);
		return { perSecond: PER_SECOND, minutes };
	},
};
