import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The memory of a process, in bytes. */
export interface ResidentBytes {
	/** All that it holds (RSS). */
	all: number;
	/** What is its own, without files that are mapped into it, which the system may take back at any moment; undefined where the system does not say. */
	own?: number;
}

/** Reads the memory that a process holds. */
export function readResidentBytes(pid: number): ResidentBytes {
	const all = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024;
	if (process.platform !== 'linux') return { all };
	const own = /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
	return { all, ...(own !== undefined && { own: Number(own) * 1024 }) };
}
