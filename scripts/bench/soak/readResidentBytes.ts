import { execFileSync } from 'node:child_process';

/** The memory that a process holds (RSS), in bytes. */
export function readResidentBytes(pid: number): number {
	return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024;
}
