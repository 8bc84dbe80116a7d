import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from './cacheFolder.mjs';
import { runStep } from './runStep.mjs';

const NPM_VERSION = '11.19.1';
const NPM_CLI = join('node_modules', 'npm', 'bin', 'npm-cli.js');

/** The machine's npm, as the command that starts it. Inside an npm script, npm says itself where it is. */
function machineNpm() {
	const node = process.env.npm_node_execpath ?? process.execPath;
	const places = [
		process.env.npm_execpath,
		join(dirname(node), '..', 'lib', NPM_CLI),
		join(dirname(node), NPM_CLI),
		join(dirname(node), '..', 'share', 'nodejs', 'npm', 'bin', 'npm-cli.js'),
	];
	const cli = places.find((place) => place?.endsWith('npm-cli.js') && existsSync(place));
	if (!cli) throw new Error('npm was not found. Start the set-up through npm: npm run setup');
	return [node, cli];
}

/** The environment for npm in another folder: without what the npm that runs this script says about this project. */
export function npmEnvironment() {
	const ours = /^(npm_(package|lifecycle)_|npm_(command|config_local_prefix|config_global_prefix)$|INIT_CWD$)/i;
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

/**
 * The command that starts npm 11: the machine's own, or one fetched into the cache folder.
 *
 * WARNING: npm 10 judges a lockfile of npm 11 by other rules and refuses it ("Missing … from lock file").
 */
export async function npm() {
	const own = machineNpm();
	const version = execFileSync(own[0], [own[1], '--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
	if (Number.parseInt(version, 10) >= 11) return own;
	const folder = join(cacheFolder(), `npm-${NPM_VERSION}`);
	if (!existsSync(join(folder, NPM_CLI))) {
		mkdirSync(folder, { recursive: true });
		const install = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', `npm@${NPM_VERSION}`];
		const { succeeded, output } = await runStep(`Fetching npm ${NPM_VERSION}`, [...own, ...install], {
			cwd: folder,
			env: npmEnvironment(),
		});
		if (!succeeded) throw new Error(`npm ${NPM_VERSION} could not be fetched. npm said:\n${output}`);
	}
	return [own[0], join(folder, NPM_CLI)];
}
