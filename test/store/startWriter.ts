import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A second process that works on a store. */
export interface Writer {
	/** What it printed so far: a line for each committed record, which begins with its number. */
	lines: string[];
	/** Resolves once that many records are committed. */
	hasWritten(records: number): Promise<void>;
	/** Resolves when the process is gone; gives what it complained about. */
	finished: Promise<string>;
	/** Ends the process as a power cut would, without any farewell. */
	kill(): void;
	/** Tells the process to end by itself, where its program listens. */
	tell(): void;
}

/** Starts a program of this folder; see there for what it does and prints. */
export function startWriter(path: string, name: string, records: number, program = 'writeEvidence.cjs'): Writer {
	const hook = join(__dirname, '..', 'support', 'requireTypeScript.cjs');
	const child = spawn(process.execPath, ['--require', hook, join(__dirname, program), path, name, String(records)]);
	const lines: string[] = [];
	let complaints = '';
	child.stderr.on('data', (chunk) => (complaints += String(chunk)));
	const output = createInterface(child.stdout).on('line', (line) => lines.push(line));
	return {
		lines,
		hasWritten: (wanted) =>
			new Promise((resolve) => {
				output.on('line', () => lines.length >= wanted && resolve()).on('close', resolve);
			}),
		finished: once(child, 'close').then(() => complaints),
		kill: () => child.kill('SIGKILL'),
		tell: () => child.stdin.end('end'),
	};
}
