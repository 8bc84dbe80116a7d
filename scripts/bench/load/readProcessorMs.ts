import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever the machine. */
const TICK_MS = 10;

/**
 * The processor time that a process has used so far, its own and the kernel's for it, in milliseconds.
 *
 * @returns undefined where the system does not say it as Linux does
 */
export function readProcessorMs(pid: number): number | undefined {
	if (process.platform !== 'linux') return undefined;
	return parseProcessorMs(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}

/** @param stat - what `/proc/<pid>/stat` holds */
export function parseProcessorMs(stat: string): number {
	// The name of the program stands in parentheses, and may hold spaces and parentheses itself.
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	const [user, system] = [fields[11], fields[12]];
	return (Number(user) + Number(system)) * TICK_MS;
}
