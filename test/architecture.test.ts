import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const root = resolve(__dirname, '..');

interface SourceFile {
	/** Path from the project's root, with forward slashes. */
	path: string;
	/** What it imports: paths from the project's root for its own files, names for packages. */
	imports: string[];
}

const product = [...sourceFiles('nodes'), ...sourceFiles('credentials')];
const simulator = sourceFiles('simulator');

function sourceFiles(folder: string): SourceFile[] {
	return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.parentPath.includes('node_modules'))
		.map((entry) => join(entry.parentPath, entry.name))
		.map((file) => ({
			path: relative(root, file).split(sep).join('/'),
			imports: importsOf(readFileSync(file, 'utf8')).map((name) =>
				name.startsWith('.') ? relative(root, resolve(dirname(file), name)).split(sep).join('/') : name,
			),
		}));
}

function importsOf(source: string): string[] {
	const pattern = /(?:\bfrom\s*|\bimport\s*\(\s*|\brequire\s*\(\s*|^import\s+|\bgetBuiltinModule\s*\(\s*)['"]([^'"]+)['"]/gm;
	return [...source.matchAll(pattern)].map((match) => match[1] ?? '');
}

function roomOf(path: string): string {
	return path.split('/').slice(0, path.startsWith('nodes/shared/') ? 3 : 2).join('/');
}

/** Gives the files of one circle of imports, also of types alone; empty where there is none. */
function findCircle(files: SourceFile[]): string[] {
	const importsOfFile = new Map(files.map(({ path, imports }) => [path.replace(/\.ts$/, ''), imports.map((name) => name.replace(/\.ts$/, ''))]));
	const done = new Set<string>();
	const follow = (path: string, way: string[]): string[] => {
		if (way.includes(path)) return way.slice(way.indexOf(path));
		if (done.has(path)) return [];
		for (const next of importsOfFile.get(path) ?? []) {
			const circle = follow(next, [...way, path]);
			if (circle.length > 0) return circle;
		}
		done.add(path);
		return [];
	};
	for (const path of importsOfFile.keys()) {
		const circle = follow(path, []);
		if (circle.length > 0) return circle;
	}
	return [];
}

/** Which rooms a room may look into, beside itself. Packages and Node's own modules are named in the tests below. */
const ARROWS: Record<string, string[]> = {
	'nodes/shared/domain': [],
	'nodes/shared/webhook': ['nodes/shared/domain'],
	'nodes/shared/cloudApi': ['nodes/shared/domain'],
	'nodes/shared/store': ['nodes/shared/domain'],
	'nodes/shared/conversion': ['nodes/shared/domain'],
	'nodes/shared/sending': ['nodes/shared/domain', 'nodes/shared/webhook', 'nodes/shared/cloudApi', 'nodes/shared/store'],
	'nodes/shared/n8n': ['nodes/shared/domain', 'nodes/shared/webhook', 'nodes/shared/cloudApi', 'nodes/shared/store', 'nodes/shared/sending'],
};
const ALL_SHARED = Object.keys(ARROWS);

describe('the arrows between the rooms', () => {
	it('finds the rooms it is about', () => {
		expect(product.map(({ path }) => roomOf(path))).toEqual(expect.arrayContaining(ALL_SHARED));
		expect(product.flatMap(({ imports }) => imports).length).toBeGreaterThan(100);
		expect(simulator.length).toBeGreaterThan(3);
	});

	it.each(product.map((file) => [file.path, file] as const))('%s looks only where it may', (path, { imports }) => {
		const room = roomOf(path);
		const allowed = new Set([room, ...(ARROWS[room] ?? ALL_SHARED)]);
		if (path.startsWith('credentials/')) allowed.add('nodes/shared');
		const strangers = imports.filter((name) => name.startsWith('nodes/') && !allowed.has(roomOf(name)));
		expect(strangers).toEqual([]);
	});

	const users = (name: string) => product.filter(({ imports }) => imports.includes(name)).map(({ path }) => path);

	it('keeps n8n out of every shared room but one', () => {
		const outside = users('n8n-workflow').filter((path) => path.startsWith('nodes/shared/') && roomOf(path) !== 'nodes/shared/n8n');
		expect(outside).toEqual([]);
		expect(users('n8n-core')).toEqual([]);
	});

	it('lets the domain import luxon and libphonenumber-js and nothing else', () => {
		const packages = product
			.filter(({ path }) => roomOf(path) === 'nodes/shared/domain')
			.flatMap(({ imports }) => imports)
			.filter((name) => !name.startsWith('nodes/'));
		expect(new Set(packages)).toEqual(new Set(['luxon', 'libphonenumber-js/max']));
	});

	it('opens each database driver in one file', () => {
		expect(users('node:sqlite')).toHaveLength(1);
		expect(users('pg').length).toBeLessThanOrEqual(1);
	});

	it('keeps the simulator apart from what it tests', () => {
		const strangers = simulator.filter(({ imports }) => imports.some((name) => /^(nodes|credentials|dist)\//.test(name)));
		expect(strangers.map(({ path }) => path)).toEqual([]);
	});

	it('has no circle of files', () => {
		expect(findCircle([...product, ...simulator, ...sourceFiles('scripts')])).toEqual([]);
	});

	it('calls no file after a heap of things', () => {
		const heaps = [...product, ...simulator].filter(({ path }) => /(util|helper|common|manager|service)s?\.ts$/i.test(path));
		expect(heaps.map(({ path }) => path)).toEqual([]);
	});
});
