import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A second process that writes into a store. */
export interface Writer {
	/** What it printed so far: the number of each committed record, and whether it won the claim of that order. */
	lines: string[];
	/** Resolves once that many records are committed. */
	hasWritten(records: number): Promise<void>;
	/** Resolves when the process is gone; gives what it complained about. */
	finished: Promise<string>;
	/** Ends the process as a power cut would, without any farewell. */
	kill(): void;
}

/** Starts `writeEvidence.cjs`. */
export function startWriter(path: string, name: string, records: number): Writer {
	const hook = join(__dirname, '..', 'support', 'requireTypeScript.cjs');
	const program = join(__dirname, 'writeEvidence.cjs');
	const child = spawn(process.execPath, ['--require', hook, program, path, name, String(records)]);
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
	};
}
