import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..');

interface LockedPackage {
	version?: string;
	integrity?: string;
	link?: boolean;
	optional?: boolean;
	hasInstallScript?: boolean;
	dependencies?: Record<string, string>;
}

const readJson = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8')) as Record<string, unknown>;
const manifest = readJson('package.json') as { scripts: Record<string, string>; dependencies: Record<string, string> };
const { packages } = readJson('package-lock.json') as { packages: Record<string, LockedPackage> };

/** The packages that come with this one, and those that come with them. */
function installed(): string[] {
	const found = new Set(Object.keys(manifest.dependencies));
	for (const name of found) for (const other of Object.keys(packages[`node_modules/${name}`]?.dependencies ?? {})) found.add(other);
	return [...found].sort();
}

describe('what comes with the package', () => {
	it('runs nothing when it is installed', () => {
		expect(Object.keys(manifest.scripts).filter((name) => /^(pre|post)?(install|prepare|uninstall)$/.test(name))).toEqual([]);
		const running = installed().filter((name) => packages[`node_modules/${name}`]?.hasInstallScript);
		expect(running).toEqual([]);
	});

	it('is named in one exact version each', () => {
		expect(Object.values(manifest.dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
		for (const [name, version] of Object.entries(manifest.dependencies)) expect(packages[`node_modules/${name}`]?.version).toBe(version);
	});

	it('is few enough to be looked at one by one', () => {
		expect(installed().length).toBeGreaterThan(Object.keys(manifest.dependencies).length);
		expect(installed().length).toBeLessThan(60);
	});

	it('is what package-lock.json says byte for byte, and so is every tool', () => {
		expect(Object.keys(packages).length).toBeGreaterThan(1_000);
		expect(Object.keys(packages).filter((path) => isLoose(path, packages[path]!))).toEqual([]);
	});
});

describe('the n8n of the demo and of the end-to-end tests', () => {
	// A change of this file makes everybody install n8n anew, so that four optional programs of other machines wait for the next version.
	it('is what its lockfile says byte for byte, but for optional parts', () => {
		const { packages: ofN8n } = readJson('scripts/n8n/package-lock.json') as { packages: Record<string, LockedPackage> };
		expect(Object.keys(ofN8n).length).toBeGreaterThan(1_000);
		expect(Object.keys(ofN8n).filter((path) => isLoose(path, ofN8n[path]!) && !ofN8n[path]?.optional)).toEqual([]);
	});
});

/** Whether a registry could give something else under the same name and version. */
function isLoose(path: string, { integrity, link }: LockedPackage): boolean {
	return path !== '' && !link && !/^sha512-/.test(integrity ?? '');
}
