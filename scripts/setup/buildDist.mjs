import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashOf } from './hashOf.mjs';
import { nodePath } from './nodePath.mjs';
import { projectFolder } from './projectFolder.mjs';
import { runStep } from './runStep.mjs';

const SOURCES = ['nodes', 'credentials', 'simulator', 'gulpfile.js', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];
const stamp = join(projectFolder, 'node_modules', '.cache', 'n8n-nodes-whatsapp-session', 'dist.sha256');

/** Builds `dist/` when a source has changed since the last build. */
export async function buildDist() {
	const hash = hashOf(projectFolder, SOURCES);
	const isBuilt = existsSync(join(projectFolder, 'dist', 'nodes')) && existsSync(stamp);
	if (isBuilt && readFileSync(stamp, 'utf8') === hash) return;
	const gulp = join(projectFolder, 'node_modules', 'gulp', 'bin', 'gulp.js');
	const { succeeded, output } = await runStep('Building the nodes', [nodePath, gulp, 'build'], { cwd: projectFolder });
	if (!succeeded) throw new Error(`The nodes could not be built:\n${output}`);
	mkdirSync(dirname(stamp), { recursive: true });
	writeFileSync(stamp, hash);
}
