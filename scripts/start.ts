/** The demo, `npm start`: n8n with this pack, a stand-in for Meta, and the three example workflows, joined up. */
import { join } from 'node:path';
import { DemoState } from './demo/DemoState.ts';
import { findRunningDemo } from './demo/findRunningDemo.ts';
import { startDemo, type DemoStart } from './demo/startDemo.ts';
import { welcomeText } from './demo/welcomeText.ts';
import { projectFolder } from './n8n/projectFolder.ts';
import type { RunningN8n } from './n8n/startN8n.ts';

const SHOWN_LOG_LINES = 20;

const folder = join(projectFolder(), '.demo');
const interrupted = new AbortController();

function prepare(): DemoStart {
	const state = new DemoState(join(folder, 'demo.json'));
	return { folder, state, signal: interrupted.signal, cleanUp: [], say: (line) => console.log(`  ${line} …`) };
}

/** Ends when Ctrl-C is pressed; throws when n8n ends by itself. */
async function watch(n8n: RunningN8n): Promise<void> {
	const stopped = new Promise<'stopped'>((resolve) => {
		interrupted.signal.addEventListener('abort', () => resolve('stopped'));
	});
	if ((await Promise.race([stopped, n8n.exited])) === 'stopped') return;
	const lastLines = n8n.logs.slice(-SHOWN_LOG_LINES).join('\n');
	throw new Error(`n8n has ended by itself. Its last lines (all are in .demo/n8n.log):\n\n${lastLines}`);
}

async function stop({ cleanUp }: DemoStart): Promise<void> {
	for (const step of cleanUp.reverse()) await step();
}

async function main(): Promise<void> {
	const start = prepare();
	const running = await findRunningDemo(start.state);
	if (running) throw new Error(running);
	const demo = async () => {
		const { n8n, simulator } = await startDemo(start);
		console.log(welcomeText(n8n.url, simulator.url));
		await watch(n8n);
	};
	await demo().finally(() => stop(start));
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	process.on(signal, () => {
		if (!interrupted.signal.aborted) console.log('\n  Stopping …');
		interrupted.abort();
	});
}

main()
	.catch((error: unknown) => {
		if (interrupted.signal.aborted) return;
		console.error(`\n${error instanceof Error ? error.message : String(error)}\n`);
		process.exitCode = 1;
	})
	.finally(() => {
		if (interrupted.signal.aborted) console.log('  Stopped.');
	});
