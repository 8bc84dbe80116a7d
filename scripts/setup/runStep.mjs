import { spawn } from 'node:child_process';

const KEPT_LINES = 60;

/** Prints that a step runs and for how long: one line that counts on a terminal, a line every 10 s elsewhere. */
function showProgress(title) {
	const startedAtMs = Date.now();
	const seconds = () => Math.round((Date.now() - startedAtMs) / 1000);
	const isTerminal = process.stdout.isTTY === true;
	const tick = () =>
		isTerminal ? process.stdout.write(`\r  ${title} … ${seconds()} s`) : console.log(`  ${title} … ${seconds()} s`);
	tick();
	const timer = setInterval(tick, isTerminal ? 1000 : 10_000);
	return (word) => {
		clearInterval(timer);
		const line = `  ${title}: ${word} after ${seconds()} s`;
		process.stdout.write(isTerminal ? `\r${line}\u001b[K\n` : `${line}\n`);
	};
}

function stopWith(child, onInterrupt) {
	return () => {
		child.kill('SIGTERM');
		onInterrupt?.();
		console.log('\n  Stopped. What was finished is kept; run the same command again to go on.');
		process.exit(130);
	};
}

/**
 * Runs one program of the set-up and shows that it is at work.
 *
 * @param title - what is being done, for the reader
 * @param command - program and arguments
 * @param options - `cwd`, `env`; `timeoutMs`, after which the program is ended and counts as failed; `onInterrupt`,
 *   called when Ctrl-C is pressed meanwhile
 * @returns `succeeded`, and the last lines of `output`, which nobody has seen yet
 */
export function runStep(title, [program, ...args], { cwd, env, timeoutMs, onInterrupt } = {}) {
	return new Promise((resolve) => {
		const finish = showProgress(title);
		const lines = [];
		const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: timeoutMs });
		const stop = stopWith(child, onInterrupt);
		for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
		const keep = (chunk) => {
			lines.push(...chunk.toString().split('\n').filter(Boolean));
			lines.splice(0, lines.length - KEPT_LINES);
		};
		child.stdout.on('data', keep);
		child.stderr.on('data', keep);
		const settle = (succeeded) => {
			for (const signal of ['SIGINT', 'SIGTERM']) process.removeListener(signal, stop);
			finish(succeeded ? 'done' : 'failed');
			resolve({ succeeded, output: lines.join('\n') });
		};
		child.once('error', (error) => {
			keep(error.message);
			settle(false);
		});
		child.once('close', (code) => settle(code === 0));
	});
}
