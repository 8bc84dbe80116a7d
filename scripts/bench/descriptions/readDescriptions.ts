import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { projectFolder } from '../../n8n/projectFolder.ts';

/** What reading the descriptions of all nodes took. */
export interface DescriptionFigures {
	/** Until the descriptions were there. */
	tookMs: number;
	/** Processor time of the process meanwhile. */
	processorMs: number;
	/** Files of the package that were loaded for it. */
	files: number;
}

// n8n's own loader, in a process that has n8n-core already: what the package adds to a start.
const SCRIPT = `
	const { PackageDirectoryLoader } = require('n8n-core');
	const [folder] = process.argv.slice(1);
	const before = process.cpuUsage();
	const startedAtMs = performance.now();
	new PackageDirectoryLoader(folder).loadAll().then(() => {
		const tookMs = performance.now() - startedAtMs;
		const { user, system } = process.cpuUsage(before);
		const files = Object.keys(require.cache).filter((path) => path.startsWith(folder)).length;
		console.log(JSON.stringify({ tookMs, processorMs: (user + system) / 1000, files }));
	});`;

/** Reads the descriptions of an installed package in a process of its own, as n8n does when it starts. */
export async function readDescriptions(packageFolder: string, signal: AbortSignal): Promise<DescriptionFigures> {
	const { stdout } = await promisify(execFile)(process.execPath, ['-e', SCRIPT, packageFolder], { cwd: projectFolder(), signal });
	return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as DescriptionFigures;
}
