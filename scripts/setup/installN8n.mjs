import { spawnSync } from 'node:child_process';
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { cacheFolder } from './cacheFolder.mjs';
import { hashOf } from './hashOf.mjs';
import { nodePath } from './nodePath.mjs';
import { npm, npmEnvironment } from './npm.mjs';
import { projectFolder } from './projectFolder.mjs';
import { runStep } from './runStep.mjs';

const SQLITE_TIMEOUT_MS = 6 * 60_000;
const manifest = join(projectFolder, 'scripts', 'n8n', 'package.json');
const lockfile = join(projectFolder, 'scripts', 'n8n', 'package-lock.json');
const pointers = join(projectFolder, 'node_modules', '.cache', 'n8n-nodes-whatsapp-session');

/** Another version than the one of the lockfile, for once: `TRY_N8N=2.30.8`; undefined when none is asked for. */
function readTriedVersion() {
	const version = process.env.TRY_N8N;
	if (!version) return undefined;
	if (/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) return version;
	throw new Error(`TRY_N8N is "${version}". Give a whole version of n8n, e.g. TRY_N8N=2.30.8.`);
}

/** One folder per n8n version, platform and set of packages, so that checkouts of different ages do not disturb. */
function targetFolder(triedVersion) {
	const platform = `${process.platform}-${process.arch}`;
	if (triedVersion) return join(cacheFolder(), `n8n-${triedVersion}-${platform}-tried`);
	const { n8n } = JSON.parse(readFileSync(manifest, 'utf8')).dependencies;
	const lockHash = hashOf(dirname(lockfile), [basename(lockfile)]).slice(0, 12);
	return join(cacheFolder(), `n8n-${n8n}-${platform}-${lockHash}`);
}

/** Removes what an installation that was cut off left behind; one that still runs is left alone. */
function removeLeftovers(target) {
	const mark = `${basename(target)}.installing-`;
	for (const name of readdirSync(dirname(target)).filter((entry) => entry.startsWith(mark))) {
		if (!isRunning(Number(name.slice(mark.length)))) {
			rmSync(join(dirname(target), name), { recursive: true, force: true });
		}
	}
}

function isRunning(pid) {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}

/** Compiles n8n's SQLite driver, or fetches it ready-made; whether that worked is seen by loading it. */
async function addSqliteDriver(folder) {
	const env = npmEnvironment();
	const path = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
	env[path] = [dirname(nodePath), env[path]].join(delimiter);
	const rebuild = [...(await npm()), 'rebuild', '--ignore-scripts=false', 'sqlite3'];
	await runStep("Preparing n8n's SQLite driver (one to three minutes)", rebuild, {
		cwd: folder,
		env,
		timeoutMs: SQLITE_TIMEOUT_MS,
	});
	const load = ['--input-type=commonjs', '--eval', "require('sqlite3')"];
	return spawnSync(nodePath, load, { cwd: folder, stdio: 'ignore' }).status === 0;
}

/** Says what to install in `folder`; gives npm's command for it. A version that is only tried has no lockfile. */
function describe(folder, triedVersion) {
	if (!triedVersion) {
		copyFileSync(manifest, join(folder, 'package.json'));
		copyFileSync(lockfile, join(folder, 'package-lock.json'));
		return 'ci';
	}
	const usual = JSON.parse(readFileSync(manifest, 'utf8'));
	// Older versions name a package by an address outside the registry.
	const tried = { ...usual, dependencies: { n8n: triedVersion }, overrides: { xlsx: '0.18.5' } };
	writeFileSync(join(folder, 'package.json'), JSON.stringify(tried, null, 2));
	return 'install';
}

async function install(target, triedVersion) {
	const folder = `${target}.installing-${process.pid}`;
	mkdirSync(folder, { recursive: true });
	const verb = describe(folder, triedVersion);
	const command = [...(await npm()), verb, '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
	const title = `Installing n8n${triedVersion ? ` ${triedVersion}` : ''}, once on this machine (3 GB, two to five minutes)`;
	const { succeeded, output } = await runStep(title, command, { cwd: folder, env: npmEnvironment() });
	if (!succeeded) {
		rmSync(folder, { recursive: true, force: true });
		throw new Error(`n8n could not be installed. npm said:\n${output}`);
	}
	const database = (await addSqliteDriver(folder)) ? 'sqlite' : 'postgres';
	writeFileSync(join(folder, 'installation.json'), JSON.stringify({ database }));
	moveInPlace(folder, target);
}

/** Puts a finished installation in its place, unless another checkout was quicker. */
function moveInPlace(folder, target) {
	if (existsSync(target)) rmSync(folder, { recursive: true, force: true });
	else renameSync(folder, target);
}

function explainPostgres(target) {
	console.log(
		[
			"  n8n's SQLite driver could be neither compiled nor downloaded here, so n8n will use the Postgres that comes",
			'  with this project. For SQLite, install a C++ compiler, make and Python 3, and remove this folder:',
			`  ${target}`,
		].join('\n'),
	);
}

/**
 * Installs the n8n of the demo and the end-to-end tests into the cache folder of this machine.
 *
 * The installation happens beside its final place and is moved there when it is complete: what is in place is whole.
 */
export async function installN8n() {
	const triedVersion = readTriedVersion();
	const target = targetFolder(triedVersion);
	mkdirSync(dirname(target), { recursive: true });
	if (!existsSync(target)) {
		removeLeftovers(target);
		await install(target, triedVersion);
	}
	const { database } = JSON.parse(readFileSync(join(target, 'installation.json'), 'utf8'));
	if (database === 'postgres') explainPostgres(target);
	const pointer = join(pointers, triedVersion ? `n8n-${triedVersion}.json` : 'n8n.json');
	mkdirSync(pointers, { recursive: true });
	writeFileSync(pointer, JSON.stringify({ folder: target, database }));
}
