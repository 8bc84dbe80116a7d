import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyDependencies } from './copyDependencies.ts';
import { projectFolder } from './projectFolder.ts';

/** The parts of a package.json that matter here. */
interface Manifest {
	name: string;
	dependencies?: Record<string, string>;
	[key: string]: unknown;
}

/** The files that `npm pack` would put into the tarball. */
function packedFiles(project: string): string[] {
	const cli = process.env.npm_execpath;
	const [program, ...args] = cli?.endsWith('.js') ? [process.execPath, cli] : ['npm'];
	const output = execFileSync(program as string, [...args, 'pack', '--dry-run', '--json', '--ignore-scripts'], {
		cwd: project,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
		shell: program === 'npm' && process.platform === 'win32',
	});
	const [packed] = JSON.parse(output) as Array<{ files: Array<{ path: string }> }>;
	return packed?.files.map(({ path }) => path) ?? [];
}

/** n8n drops these three before it installs a community package's dependencies. */
function asInstalled(manifest: Manifest): Manifest {
	const dropped = ['devDependencies', 'peerDependencies', 'optionalDependencies'];
	return Object.fromEntries(Object.entries(manifest).filter(([field]) => !dropped.includes(field))) as Manifest;
}

/**
 * Puts the pack into an n8n's user folder as n8n itself would: the published files and their dependencies, nothing
 * else. Nothing is downloaded; the dependencies are copied from this checkout. n8n reads it at its next start.
 *
 * **WARNING:** a symlink to the checkout will not do: the nodes would load the checkout's own n8n-workflow, and n8n
 * would not recognise their errors.
 *
 * @returns the folder of the installed pack
 * @throws {Error} when `dist/` has not been built
 */
export function installPack({ userFolder }: { userFolder: string }): string {
	const project = projectFolder();
	if (!existsSync(join(project, 'dist', 'nodes'))) throw new Error('The nodes are not built yet. Run: npm run build');
	const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as Manifest;
	const target = join(userFolder, '.n8n', 'nodes', 'node_modules', manifest.name);
	rmSync(target, { recursive: true, force: true });
	for (const file of packedFiles(project)) {
		mkdirSync(dirname(join(target, file)), { recursive: true });
		cpSync(join(project, file), join(target, file));
	}
	writeFileSync(join(target, 'package.json'), JSON.stringify(asInstalled(manifest), null, 2));
	copyDependencies(project, Object.keys(manifest.dependencies ?? {}), target);
	return target;
}
