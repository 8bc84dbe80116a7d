import { join } from 'node:path';
import { projectFolder } from './projectFolder.mjs';

/** The Node 24 that comes with the project's packages, whatever Node the machine itself has. */
export const nodePath = join(
	projectFolder,
	'node_modules',
	'node',
	'bin',
	process.platform === 'win32' ? 'node.exe' : 'node',
);
