import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
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

const npmProgram = process.platform === 'win32' ? 'npm.cmd' : 'npm';

const LARGEST_BYTES = 30_000_000;
/** Of some 970: nodes, their parameters, and the words that parameters are made of. */
const MOST_FILES_OF_DESCRIPTIONS = 150;

describe('the packed package, installed', () => {
	let folder: string;
	let packageFolder: string;

	beforeAll(() => {
		folder = realpathSync(mkdtempSync(join(tmpdir(), 'whatsapp-session-pack-')));
		// npm builds before it packs, so what is tested is what would be published.
		const output = npm(root, 'pack', '--json', '--pack-destination', folder);
		const fileName = /"filename":\s*"([^"]+)"/.exec(output)?.[1] ?? '';
		writeFileSync(join(folder, 'package.json'), '{ "private": true }');
		// What has been fetched before is not fetched again; nothing but the npm registry is reached.
		npm(folder, 'install', join(folder, fileName), '--prefix', folder, '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund');
		packageFolder = join(folder, 'node_modules', 'n8n-nodes-whatsapp-session');
	}, 600_000);
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it('brings what it needs, and no second n8n', () => {
		const names = Object.keys(installedPackages(folder));
		expect(names).toEqual(expect.arrayContaining(['n8n-nodes-whatsapp-session', ...Object.keys(manifest.dependencies)]));
		expect(names.filter((name) => /^(n8n-(core|workflow)|@n8n\/)/.test(name))).toEqual([]);
	});

	it('adds less than 30 MB', () => {
		const sizes = filesBelow(join(folder, 'node_modules')).map((path) => statSync(join(folder, 'node_modules', path)).size);
		expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(LARGEST_BYTES);
	});

	it('names every package that it brings, with its licence', () => {
		const notices = readFileSync(join(packageFolder, 'THIRD-PARTY-NOTICES.md'), 'utf8');
		const brought = Object.entries(installedPackages(folder)).filter(([name]) => name !== 'n8n-nodes-whatsapp-session');
		expect(brought.filter(([name, licence]) => !notices.includes(`| ${name} | ${licence} |`))).toEqual([]);
	});

	it('holds dist, index.js, README, CHANGELOG, the licences and package.json, and nothing else', () => {
		const top = readdirSync(packageFolder).filter((name) => name !== 'node_modules');
		expect(top.sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'THIRD-PARTY-NOTICES.md', 'dist', 'index.js', 'package.json']);
		const endings = filesBelow(join(packageFolder, 'dist')).map((path) => /(\.[a-z]+)$/.exec(path)?.[1]);
		expect(new Set(endings)).toEqual(new Set(['.js', '.json', '.svg', '.txt']));
		const others = filesBelow(join(packageFolder, 'dist')).filter((path) => /\.test\.|simulator|tsbuildinfo/.test(path));
		expect(others.sort()).toEqual(['simulator/command.js', 'simulator/licences.txt']);
	});

	it('loads in n8n under the names that workflows hold', async () => {
		linkN8nWorkflow(folder);
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

	it('reads its descriptions without the libraries and without the work', () => {
		linkN8nWorkflow(folder);
		const script = `
			require('n8n-workflow');
			for (const file of ${JSON.stringify([...manifest.n8n.nodes, ...manifest.n8n.credentials])}) {
				const [Type] = Object.values(require('./' + file));
				new Type();
			}
			console.log(JSON.stringify(Object.keys(require.cache)));`;
		const loaded = JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: packageFolder, encoding: 'utf8' })) as string[];
		const ofInstallation = loaded.filter((path) => path.startsWith(folder));
		const own = ofInstallation.filter((path) => path.startsWith(packageFolder));
		expect(ofInstallation.filter((path) => !own.includes(path))).toEqual([]);
		expect(own.length).toBeGreaterThan(manifest.n8n.nodes.length);
		expect(own.length).toBeLessThan(MOST_FILES_OF_DESCRIPTIONS);
	});

	it('starts the simulator by its name, and says what goes into the credential', async () => {
		const bin = join(folder, 'node_modules', '.bin', 'n8n-nodes-whatsapp-session');
		const simulator = spawn(process.execPath, [bin, 'simulator', '--port', '4650'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
		try {
			const [said] = (await once(simulator.stdout, 'data')) as [Buffer];
			const fields = Object.fromEntries([...said.toString().matchAll(/^ {4}(\S+(?: \S+)*) {2,}(\S+)$/gm)].map(([, name, value]) => [name, value])) as Record<string, string>;
			const base = fields['Graph API Base URL'] ?? '';
			const get = async (path: string, token?: string) => (await fetch(base + path, { headers: { Authorization: `Bearer ${token}` } })).json();
			expect(await (await fetch(base)).text()).toContain('<title>WhatsApp simulator</title>');
			expect(await get(`/v25.0/${fields['Business Account ID']}/phone_numbers`, fields['Access Token'])).toMatchObject({ data: [{ verified_name: 'Example Shop' }] });
			expect(await get('/v25.0/app', fields['Access Token'])).toMatchObject({ id: fields['App ID'] });
			const messageRoute = await fetch(`${base}/_simulator/write`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{ "from": "+12025550143", "text": "Hello" }' });
			expect(await messageRoute.json()).toMatchObject({ text: 'Hello', status: 'received' });
		} finally {
			simulator.kill();
		}
		expect(await once(simulator, 'exit')).toEqual([0, null]);
	});

	it.each([
		[['simulator', '--prot', '4650'], '"--prot" is not an option. There are --port, --host'],
		[['simulate'], '"simulate" is not a command. There is one: npx n8n-nodes-whatsapp-session simulator'],
	])('says what cannot be: %j', (args, sentence) => {
		const { status, stderr } = spawnSync(npmProgram, ['exec', '--offline', '--', 'n8n-nodes-whatsapp-session', ...args], { cwd: folder, encoding: 'utf8' });
		expect(stderr).toContain(sentence);
		expect(status).toBe(1);
	});

	it('names every package within the simulator, with its licence', () => {
		const command = readFileSync(join(packageFolder, 'dist/simulator/command.js'), 'utf8');
		const licences = readFileSync(join(packageFolder, 'dist/simulator/licences.txt'), 'utf8');
		const names = new Set([...command.matchAll(/^ {2}"?(?:\.\.\/)*node_modules\/(?:\S*\/node_modules\/)?((?:@[^/\s]+\/)?[^/\s]+)\//gm)].map(([, name]) => name ?? ''));
		expect(names.has('express')).toBe(true);
		expect([...names].filter((name) => !new RegExp(`^${name} \\S+ \\((MIT|ISC|BSD-3-Clause)\\)$`, 'm').test(licences))).toEqual([]);
		expect(licences).not.toContain('no text of its licence');
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

	it('is published by a workflow that proves where it comes from, and keeps no token', () => {
		const workflow = readFileSync(join(root, '.github/workflows/publish.yml'), 'utf8');
		expect(workflow).toMatch(/^ {6}id-token: write$/m);
		expect(workflow).toMatch(/^ {6}- run: npm publish --provenance /m);
		expect(workflow).not.toMatch(/secrets\.|TOKEN/);
	});

	it('needs at run time only what the product imports', () => {
		expect(Object.keys(manifest.dependencies).sort()).toEqual(['form-data', 'libphonenumber-js', 'luxon', 'markdown-it', 'pg']);
	});
});

function npm(cwd: string, ...args: string[]): string {
	return execFileSync(npmProgram, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

/** Licences by name, as npm wrote down what it installed. */
function installedPackages(folder: string): Record<string, string> {
	const { packages } = JSON.parse(readFileSync(join(folder, 'node_modules', '.package-lock.json'), 'utf8')) as {
		packages: Record<string, { license?: string }>;
	};
	return Object.fromEntries(Object.entries(packages).map(([path, { license }]) => [path.replace(/^.*node_modules\//, ''), license ?? 'none']));
}

/** n8n itself brings it along. */
function linkN8nWorkflow(folder: string): void {
	const link = join(folder, 'node_modules', 'n8n-workflow');
	if (!existsSync(link)) symlinkSync(join(root, 'node_modules', 'n8n-workflow'), link, 'junction');
}

function filesBelow(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
