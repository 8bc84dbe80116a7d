import { cpSync, existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

interface Manifest {
	version: string;
	dependencies?: Record<string, string>;
	optionalDependencies?: Record<string, string>;
}

const readManifest = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** Where Node would find `name` from within `folder`; undefined when it is not installed. */
function findPackage(folder: string, name: string): string | undefined {
	for (let place = folder; ; place = dirname(place)) {
		const found = join(place, 'node_modules', name);
		if (existsSync(join(found, 'package.json'))) return found;
		if (dirname(place) === place) return undefined;
	}
}

/** Leaves a package's own `node_modules` out: what it needs is copied by name. */
const isOwnFile = (source: string) => (file: string) =>
	!file.slice(source.length).split(sep).includes('node_modules') && basename(file) !== '.package-lock.json';

/**
 * Copies packages and everything they depend on into `<target>/node_modules`, side by side; a second version of the
 * same package goes below the one that asks for it.
 *
 * @param from - folder in which the packages are installed
 * @throws {Error} when a package that is not optional is missing there
 */
export function copyDependencies(from: string, names: string[], target: string, top = target): void {
	for (const name of names) {
		const source = findPackage(from, name);
		if (!source) throw new Error(`The package ${name} is not installed. Run: npm run setup`);
		const manifest = readManifest(source);
		const shared = join(top, 'node_modules', name);
		const isTaken = existsSync(shared) && readManifest(shared).version !== manifest.version;
		const place = isTaken ? join(target, 'node_modules', name) : shared;
		if (existsSync(place)) continue;
		cpSync(source, place, { recursive: true, filter: isOwnFile(source) });
		const optional = Object.keys(manifest.optionalDependencies ?? {}).filter((each) => findPackage(source, each));
		copyDependencies(source, [...Object.keys(manifest.dependencies ?? {}), ...optional], place, top);
	}
}
