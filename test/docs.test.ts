import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const root = resolve(__dirname, '..');
const DECISIONS = 'docs/decisions';
const pages = ['CONTRIBUTING.md', 'docs/queue-mode.md', ...readdirSync(join(root, DECISIONS)).map((name) => `${DECISIONS}/${name}`)];

const files = projectFiles();
const folders = new Set(files.flatMap(foldersOf));
const source = files.filter((path) => /\.([cm]?[jt]s|json|yaml|sql)$/.test(path)).map(read).join('\n');

/** Every file that is the project's own; paths from its root, with forward slashes. */
function projectFiles(): string[] {
	const isForeign = (name: string) => ['node_modules', 'dist', '.git'].includes(name);
	const within = (folder: string): string[] =>
		readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
			const path = join(folder, entry.name);
			if (isForeign(entry.name)) return [];
			return entry.isDirectory() ? within(path) : [relative(root, path).split(sep).join('/')];
		});
	return within(root);
}

function foldersOf(path: string): string[] {
	const names = path.split('/').slice(0, -1);
	return names.map((_, index) => names.slice(0, index + 1).join('/'));
}

function read(path: string): string {
	return readFileSync(join(root, path), 'utf8');
}

/** What a page has in backticks; what stands for any name (`nodes/<Node>`, `parse….ts`) is left out. */
function quoted(page: string): string[] {
	const spans = [...read(page).replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)];
	return spans.map((match) => match[1] ?? '').filter((text) => !/[<>…*\s]/.test(text));
}

/** Whether a name is the whole of a path, or its end: `n8n/items` says enough. */
function isIn(paths: Iterable<string>, name: string): boolean {
	return [...paths].some((path) => path === name || path.endsWith(`/${name}`));
}

function isPath(text: string): boolean {
	return /^[\w.@-]+(\/[\w.@-]+)*\/?$/.test(text) && (text.includes('/') || /\.(ts|md|mjs|cjs|js|json)$/.test(text));
}

describe.each(pages)('%s', (page) => {
	it('names only files and folders that there are', () => {
		const paths = quoted(page).filter(isPath).map((path) => path.replace(/\/$/, ''));
		expect(paths.filter((path) => !isIn(files, path) && !isIn(folders, path))).toEqual([]);
	});

	// The end of a name is enough, for what all names of a kind end in.
	it('names only what is in the code', () => {
		const names = quoted(page).filter((text) => /^[A-Za-z]\w+$/.test(text));
		expect(names.filter((name) => !new RegExp(`${name}\\b`).test(source))).toEqual([]);
	});

	it('links to nothing that is missing', () => {
		const links = [...read(page).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '');
		expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
	});
});

describe('the decisions', () => {
	it('are all in the index', () => {
		const others = readdirSync(join(root, DECISIONS)).filter((name) => name !== 'README.md');
		expect(others.filter((name) => !read(`${DECISIONS}/README.md`).includes(`](${name})`))).toEqual([]);
	});

	it.each(pages.filter((page) => page.startsWith(DECISIONS) && !page.endsWith('README.md')))('have a date each: %s', (page) => {
		const decisions = read(page).split(/^- /m).slice(1);
		expect(decisions.length).toBeGreaterThan(0);
		expect(decisions.filter((text) => !/\(\d{4}-\d\d-\d\d\)\n*$/.test(text))).toEqual([]);
	});
});
