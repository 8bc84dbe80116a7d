import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, posix, relative, resolve, sep } from 'node:path';

import type { INodeType } from 'n8n-workflow';

import { ACCOUNT_ERRORS } from '../nodes/shared/cloudApi/errors/accountErrors';
import { ERROR_TABLE } from '../nodes/shared/cloudApi/errors/errorTable';
import { FEATURE_ERRORS } from '../nodes/shared/cloudApi/errors/featureErrors';
import { MESSAGE_ERRORS } from '../nodes/shared/cloudApi/errors/messageErrors';
import { TEMPLATE_ERRORS } from '../nodes/shared/cloudApi/errors/templateErrors';
import { POLICIES } from '../nodes/shared/domain/policies/judgeSend';
import { TRIGGER_EVENTS } from '../nodes/WhatsAppSessionTrigger/choice/triggerEvents';
import { errorSections } from '../scripts/docs/errorSections';
import { ERROR_TABLES_MARK, toErrorTables } from '../scripts/docs/toErrorTables';
import { helpText } from '../simulator/start/helpText';
import { labelsOf } from './support/labelsOf';
import { anchorsOf, commandsOf, emphasisOf, linksOf } from './support/readPage';

const root = resolve(__dirname, '..');
const DECISIONS = 'docs/decisions';
const OWN_ADDRESS = 'https://github.com/whatsapp-session/n8n-nodes-whatsapp-session';
const NODE_PAGES = 'docs/nodes';
const pages = ['CONTRIBUTING.md', ...['queue-mode', 'items', 'sending', 'manners', 'consent', 'security', 'personal-data'].map((name) => `docs/${name}.md`), ...[DECISIONS, NODE_PAGES].flatMap(pagesIn)];

const files = projectFiles();
const folders = new Set(files.flatMap(foldersOf));
const source = files.filter((path) => /\.([cm]?[jt]s|json|yaml|sql)$/.test(path)).map(read).join('\n');
const documents = files.filter((path) => path.endsWith('.md'));
const manifest = JSON.parse(read('package.json')) as { scripts: Record<string, string>; bin: Record<string, string>; n8n: { nodes: string[] } };

/** Every file that is the project's own; paths from its root, with forward slashes. */
function projectFiles(): string[] {
	const isForeign = (name: string) => ['node_modules', 'dist', '.git', '.demo'].includes(name);
	const within = (folder: string): string[] =>
		readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
			const path = join(folder, entry.name);
			if (isForeign(entry.name)) return [];
			return entry.isDirectory() ? within(path) : [relative(root, path).split(sep).join('/')];
		});
	return within(root);
}

function pagesIn(folder: string): string[] {
	return readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
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

/** Whether a link of a document leads somewhere: to a file, and to a heading of it where it names one. */
function leadsSomewhere(document: string, target: string): boolean {
	const [path = '', anchor] = target.split('#');
	const file = path === '' ? document : posix.join(posix.dirname(document), path);
	if (!existsSync(join(root, file))) return false;
	return anchor === undefined || (file.endsWith('.md') && anchorsOf(read(file)).has(anchor));
}

function isElsewhere(target: string): boolean {
	return /^[a-z]+:/.test(target);
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
});

describe.each(documents)('%s', (document) => {
	const links = linksOf(read(document));

	it('links to files and headings that there are', () => {
		const inner = links.map(({ target }) => target).filter((target) => !isElsewhere(target));
		expect(inner.filter((target) => !leadsSomewhere(document, target))).toEqual([]);
	});

	it('says in words what each of its pictures shows', () => {
		expect(links.filter(({ target, words }) => /\.png$/.test(target) && words.length < 10)).toEqual([]);
	});

	it('gives only commands that there are', () => {
		expect(commandsOf(read(document)).filter((command) => !isCommand(command))).toEqual([]);
	});
});

const benches = /benches[^=]*= \{([^}]*)\}/.exec(read('scripts/bench.ts'))?.[1]?.split(',').map((name) => name.trim()) ?? [];

/** Whether a command can be run in a clone: a script of package.json, a benchmark, a program of the project. */
function isCommand(command: string): boolean {
	const words = command.split(/\s+/).filter((word) => !/^--(silent|ignore-scripts)$/.test(word));
	const [program, first = '', second = ''] = words;
	if (program === 'node') return existsSync(join(root, first));
	if (program === 'npx') return first in manifest.bin && words.slice(2).every((word) => !/^[a-z-]+$/.test(word) || helpText.includes(word));
	if (first === 'start' || first === 'test') return first in manifest.scripts;
	if (first !== 'run') return ['ci', 'i', 'install', 'pack'].includes(first);
	if (second !== 'bench') return second in manifest.scripts;
	const bench = words[4];
	return bench === undefined || words[3] !== '--' || /^[A-Z<]/.test(bench) || benches.includes(bench);
}

describe('the README', () => {
	it('is read in some minutes: at most 120 lines', () => {
		expect(read('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(120);
	});
});

describe('the pages', () => {
	it('are all in the index', () => {
		const indexed = linksOf(read('docs/README.md')).map(({ target }) => target);
		const own = documents.filter((path) => /^docs\/([\w-]+|nodes\/[\w-]+)\.md$/.test(path) && path !== 'docs/README.md');
		expect(own.length).toBeGreaterThan(20);
		expect(own.filter((path) => !indexed.includes(path.replace('docs/', '')))).toEqual([]);
	});

	it('show every picture that there is', () => {
		const shown = new Set(documents.flatMap((path) => linksOf(read(path)).map(({ target }) => basename(target))));
		expect(files.filter((path) => path.startsWith('docs/') && path.endsWith('.png') && !shown.has(basename(path)))).toEqual([]);
	});

	it('that the code links to are there', () => {
		const links = files
			.filter((path) => /^(nodes|credentials)\/.*\.(ts|json)$/.test(path))
			.flatMap((path) => [...read(path).matchAll(new RegExp(`${OWN_ADDRESS}(?:/blob/main/([^'"\\s]+)|(#[^'"\\s]+))`, 'g'))].map((match) => match[1] ?? match[2] ?? ''));
		expect(links.length).toBeGreaterThan(10);
		expect(links.filter((link) => !leadsSomewhere('README.md', link))).toEqual([]);
	});

	it('have every example', () => {
		const page = read('docs/examples.md');
		expect(readdirSync(join(root, 'examples')).filter((name) => !page.includes(`](../examples/${name})`))).toEqual([]);
	});

	it('explain every reason not to send', () => {
		const limits = [...read('nodes/shared/sending/pacing/toBackOff.ts').matchAll(/reason: '(\w+)'/g)].map((match) => match[1] ?? '');
		const reasons = [...POLICIES.flatMap((policy) => policy.reasons), ...limits];
		expect(limits.length).toBeGreaterThan(3);
		expect(reasons.filter((reason) => !read('docs/items.md').includes(`\`${reason}\``))).toEqual([]);
	});

	it('explain every event', () => {
		const page = read('docs/nodes/whatsapp-session-trigger.md');
		expect(TRIGGER_EVENTS.filter(({ name }) => !page.includes(`*${name}*`))).toEqual([]);
	});
});

/** A node, the words that its editor shows, and its page. */
interface DocumentedNode {
	displayName: string;
	labels: Set<string>;
	page: string;
}

/** Words of n8n's own editor that pages about nodes name as well. */
const WORDS_OF_N8N = new Set(['Add detail', 'Execute step', 'Executions', 'Map Automatically', 'On message', 'crashed']);

const nodes: DocumentedNode[] = manifest.n8n.nodes.map((path) => {
	const file = path.replace(/^dist\//, '').replace(/\.js$/, '');
	const [Node] = Object.values(require(join(root, file)) as Record<string, new () => INodeType>);
	if (!Node) throw new Error(`${file} exports no node.`);
	const { description } = new Node();
	const codex = JSON.parse(read(`${file}.json`)) as { resources: { primaryDocumentation: Array<{ url: string }> } };
	const page = codex.resources.primaryDocumentation[0]?.url.replace(`${OWN_ADDRESS}/blob/main/`, '') ?? '';
	return { displayName: description.displayName, labels: labelsOf(description), page };
});

/** The parts of what a page has in bold that no editor shows, by the node that it is about. */
function unknownParts(words: string, about: DocumentedNode | undefined): string[] {
	const parts = words.split(' > ');
	const named = nodes.find(({ displayName }) => displayName === parts[0]);
	const node = named ?? about;
	return node ? parts.filter((part) => !node.labels.has(part) && !WORDS_OF_N8N.has(part)) : [];
}

describe.each(nodes)('the page of $displayName', (node) => {
	it('has a place of its own, which its node links to', () => {
		expect(node.page).toMatch(/^docs\/nodes\/[a-z-]+\.md$/);
		expect(read(node.page).startsWith(`# ${node.displayName}\n`)).toBe(true);
	});

	it('writes in bold and in italics only what the editor shows', () => {
		const { bold, italic } = emphasisOf(read(node.page));
		expect(bold.length).toBeGreaterThan(2);
		expect([...bold, ...italic].flatMap((words) => unknownParts(words, node))).toEqual([]);
	});
});

describe('ways through a node, in bold', () => {
	const ways = documents
		.filter((path) => path !== 'CHANGELOG.md')
		.flatMap((path) => emphasisOf(read(path)).bold.filter((words) => words.includes(' > ')).map((words) => ({ path, words })));

	it('lead to what the editor shows', () => {
		expect(ways.filter(({ words }) => words.startsWith('WhatsApp Session > ')).length).toBeGreaterThan(10);
		expect(ways.filter(({ words }) => unknownParts(words, undefined).length > 0)).toEqual([]);
	});
});

describe('the page of error codes', () => {
	it('says what the tables say; scripts/writeErrorCodes.ts writes it anew', () => {
		const sections = errorSections({ ACCOUNT_ERRORS, FEATURE_ERRORS, MESSAGE_ERRORS, TEMPLATE_ERRORS });
		expect(sections.flatMap(({ rows }) => rows)).toHaveLength(ERROR_TABLE.length);
		expect(read('docs/errors.md').split(ERROR_TABLES_MARK)[1]).toBe(toErrorTables(sections));
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
