/**
 * Makes this checkout ready: `node scripts/setup.mjs [--build] [--n8n]`.
 *
 * Runs on Node 20 and newer with nothing but Node and npm, before any package is there. Each part is skipped when it
 * is already up to date, so that every npm script can start with it.
 */
import { buildDist } from './setup/buildDist.mjs';
import { installN8n } from './setup/installN8n.mjs';
import { installProject } from './setup/installProject.mjs';

const flags = process.argv.slice(2);

async function main() {
	const unknown = flags.find((flag) => flag !== '--build' && flag !== '--n8n');
	if (unknown) throw new Error(`"${unknown}" is not an option. Use --build, --n8n or neither.`);
	await installProject();
	if (flags.includes('--build')) await buildDist();
	if (flags.includes('--n8n')) await installN8n();
}

main().catch((error) => {
	console.error(`\n${error.message}\n`);
	process.exitCode = 1;
});
