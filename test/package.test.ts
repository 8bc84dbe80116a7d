import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';

import { PackageDirectoryLoader } from 'n8n-core';

const root = resolve(__dirname, '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
	files: string[];
	dependencies: Record<string, string>;
	n8n: { nodes: string[]; credentials: string[] };
};

/** The names that users see and workflows hold; they never change. */
const NODES = {
	whatsAppSessionTrigger: { displayName: 'WhatsApp Session Trigger', canvasName: 'WhatsApp Session Trigger' },
	sessionWindowCheck: { displayName: 'WhatsApp Session Window Check', canvasName: 'Session Window Check' },
	sendFreeForm: { displayName: 'WhatsApp Send Free-form', canvasName: 'Send Free-form' },
	reachPerson: { displayName: 'Reach a Person on WhatsApp', canvasName: 'Reach a Person on WhatsApp' },
	sendTemplate: { displayName: 'WhatsApp Send Template', canvasName: 'Send Template' },
	whatsAppSession: { displayName: 'WhatsApp Session', canvasName: 'WhatsApp Session' },
	conversationCheck: { displayName: 'WhatsApp Conversation Check', canvasName: 'Conversation Check' },
	windowClosingTrigger: { displayName: 'WhatsApp Window Closing Trigger', canvasName: 'Window Closing Trigger' },
};

describe('the packed package', () => {
	let folder: string;
	let packageFolder: string;

	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'whatsapp-session-pack-'));
		// npm builds before it packs, so what is tested is what would be published.
		const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
		const output = execFileSync(npm, ['pack', '--json', '--pack-destination', folder], {
			cwd: root,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		});
		const fileName = /"filename":\s*"([^"]+)"/.exec(output)?.[1] ?? '';
		execFileSync('tar', ['-xzf', join(folder, fileName), '-C', folder]);
		packageFolder = join(folder, 'package');
		linkDependencies(packageFolder);
	}, 120_000);
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it('holds dist, index.js, README, CHANGELOG, LICENSE and package.json, and nothing else', () => {
		const top = readdirSync(packageFolder).filter((name) => name !== 'node_modules');
		expect(top.sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'index.js', 'package.json']);
		const endings = filesBelow(join(packageFolder, 'dist')).map((path) => /(\.[a-z]+)$/.exec(path)?.[1]);
		expect(new Set(endings)).toEqual(new Set(['.js', '.json', '.svg']));
		expect(filesBelow(join(packageFolder, 'dist')).filter((path) => /\.test\.|simulator|tsbuildinfo/.test(path))).toEqual([]);
	});

	it('loads in n8n under the names that workflows hold', async () => {
		const loader = new PackageDirectoryLoader(packageFolder);
		await loader.loadAll();
		expect(loader.packageName).toBe('n8n-nodes-whatsapp-session');
		const loaded = loader.types.nodes.map(({ name, displayName, defaults }) => [
			name,
			{ displayName, canvasName: defaults.name },
		]);
		expect(Object.fromEntries(loaded)).toEqual(NODES);
		expect(loader.types.credentials.map(({ name, displayName }) => [name, displayName])).toEqual([
			['whatsAppSessionApi', 'WhatsApp Session API'],
		]);
	});

	it('says in its index what the window rule says', () => {
		const script = `
			const { customerServiceWindow, decideSend, opensWindow } = require('./index.js');
			const { DateTime } = require('luxon');
			const at = DateTime.fromISO('2026-11-22T09:30:00Z');
			const window = customerServiceWindow({ lastInboundAtMs: at.toMillis() - 3600000 }, at);
			const decision = decideSend({ kind: 'freeForm', window, whenClosed: 'route' });
			console.log(JSON.stringify([window.reason, decision, opensWindow({ event: 'message', type: 'text' })]));`;
		const output = execFileSync(process.execPath, ['-e', script], { cwd: packageFolder, encoding: 'utf8' });
		expect(JSON.parse(output)).toEqual(['open', 'sendFreeForm', true]);
	});
});

describe('package.json', () => {
	it.each([...manifest.n8n.nodes, ...manifest.n8n.credentials])('names %s, which has a source, icons and a codex', (path) => {
		const source = path.replace(/^dist\//, '').replace(/\.js$/, '.ts');
		expect(existsSync(join(root, source))).toBe(true);
		const icons = readdirSync(join(root, dirname(source))).filter((name) => name.endsWith('.svg'));
		expect(icons.filter((name) => name.endsWith('.dark.svg'))).toHaveLength(icons.length / 2);
		if (!source.endsWith('.node.ts')) return;
		expect(existsSync(join(root, source.replace(/\.ts$/, '.json')))).toBe(true);
		expect(existsSync(join(root, dirname(source), '__schema__'))).toBe(true);
	});

	it('needs at run time only what the product imports', () => {
		expect(Object.keys(manifest.dependencies).sort()).toEqual(['form-data', 'libphonenumber-js', 'luxon', 'markdown-it', 'pg']);
	});
});

// n8n-workflow comes from n8n itself; the rest is installed beside the package.
function linkDependencies(target: string): void {
	mkdirSync(join(target, 'node_modules'));
	for (const name of ['n8n-workflow', ...Object.keys(manifest.dependencies)]) {
		symlinkSync(join(root, 'node_modules', name), join(target, 'node_modules', name), 'junction');
	}
}

function filesBelow(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
