/**
 * Benchmarks: `npm run bench -- <name> [--json]`. The last line each one prints is a JSON object with its figures; with `--json` that line
 * alone goes to the standard output, and everything else to the standard error.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accuracy } from './bench/accuracy.ts';
import { check } from './bench/check.ts';
import { closing } from './bench/closing.ts';
import { crash } from './bench/crash.ts';
import { descriptions } from './bench/descriptions.ts';
import { gathering } from './bench/gathering.ts';
import { memory } from './bench/memory.ts';
import { once } from './bench/once.ts';
import { send } from './bench/send.ts';
import { soak } from './bench/soak.ts';
import { store } from './bench/store.ts';
import { template } from './bench/template.ts';
import { trigger } from './bench/trigger.ts';
import { upload } from './bench/upload.ts';
import { usage } from './bench/usage.ts';
import type { Bench, BenchStage } from './bench/Bench.ts';

const benches: Record<string, Bench> = { check, accuracy, closing, gathering, trigger, template, descriptions, crash, once, send, memory, soak, store, upload, usage };

const TIME_LIMIT_MINUTES = 8;
const MINUTE_MS = 60_000;
const INTERRUPTED_EXIT_CODE = 130;

const interrupted = new AbortController();

/** A benchmark has taken longer than it may. */
class TimeLimitError extends Error {
	constructor(minutes: number) {
		super(`The benchmark was given up after ${minutes} minutes: this machine is too busy.`);
	}
}

function choose(name: string | undefined): [string, Bench] {
	const bench = benches[name ?? ''];
	if (name !== undefined && bench) return [name, bench];
	const list = Object.entries(benches).map(([known, { summary }]) => `  npm run bench -- ${known}   ${summary}`);
	const complaint = name === undefined ? 'Say which benchmark to run:' : `There is no benchmark "${name}". There are:`;
	throw new Error([complaint, ...list].join('\n'));
}

/** Ends what the benchmark has started and removes its folder, also when one of these steps fails. */
async function cleanUp(folder: string, endings: Array<() => Promise<void>>): Promise<void> {
	for (const end of endings.reverse()) {
		await end().catch((error: unknown) => console.error(`  While cleaning up: ${String(error)}`));
	}
	rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

async function main(): Promise<void> {
	const [, , wanted, ...options] = process.argv;
	const [name, bench] = choose(wanted);
	if (options.includes('--json')) console.log = console.error;
	const folder = mkdtempSync(join(tmpdir(), 'whatsapp-session-bench-'));
	// Where n8n needs a Postgres, that may run as another user.
	chmodSync(folder, 0o755);
	const endings: Array<() => Promise<void>> = [];
	const stage: BenchStage = {
		folder,
		options: options.filter((option) => option !== '--json'),
		signal: interrupted.signal,
		atEnd: (end) => void endings.push(end),
		say: (line) => console.log(`  ${line} …`),
	};
	const { timeLimitMinutes = TIME_LIMIT_MINUTES } = bench;
	const giveUp = () => interrupted.abort(new TimeLimitError(timeLimitMinutes));
	const timer = setTimeout(giveUp, timeLimitMinutes * MINUTE_MS);
	const figures = await bench.run(stage).finally(() => {
		clearTimeout(timer);
		return cleanUp(folder, endings);
	});
	process.stdout.write(`${JSON.stringify({ bench: name, ...figures })}\n`);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	process.on(signal, () => {
		if (!interrupted.signal.aborted) console.log('\n  Stopping …');
		interrupted.abort();
	});
}
// Whoever reads along has gone, `head` for one: without this the process would end on the spot and leave n8n running.
process.stdout.on('error', () => interrupted.abort());

main().catch((error: unknown) => {
	const { aborted, reason } = interrupted.signal;
	const isTooSlow = reason instanceof TimeLimitError;
	process.exitCode = aborted && !isTooSlow ? INTERRUPTED_EXIT_CODE : 1;
	if (aborted && !isTooSlow) return;
	const shown = isTooSlow ? reason : error;
	console.error(`\n${shown instanceof Error ? shown.message : String(shown)}\n`);
});
