import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { isFileOfMany, openStore } from '../../nodes/shared/store/openStore';
import type { StoreEnvironment } from '../../nodes/shared/store/openStore';
import { SessionStoreError } from '../../nodes/shared/store/SessionStoreError';
import type { Store } from '../../nodes/shared/store/Store';

describe('openStore', () => {
	let folder: string;
	let environment: StoreEnvironment;
	const stores: Store[] = [];
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'whatsapp-session-open-'));
		environment = { variables: {}, homeFolder: join(folder, 'home') };
	});
	afterEach(async () => {
		for (const store of stores.splice(0)) await store.close();
		rmSync(folder, { recursive: true, force: true });
	});

	function open(path?: string, open: typeof openStore = openStore): Store {
		const store = open({ kind: 'embedded', path }, environment);
		stores.push(store);
		return store;
	}

	it("keeps the embedded store in n8n's folder under the home folder", () => {
		open();
		expect(existsSync(join(folder, 'home', '.n8n', 'whatsapp-session', 'sessions.sqlite'))).toBe(true);
	});

	it('follows N8N_USER_FOLDER as n8n does', () => {
		environment.variables.N8N_USER_FOLDER = join(folder, 'user');
		open();
		expect(existsSync(join(folder, 'user', '.n8n', 'whatsapp-session', 'sessions.sqlite'))).toBe(true);
	});

	it('takes a path that was set on purpose', () => {
		open(join(folder, 'mine.sqlite'));
		expect(existsSync(join(folder, 'mine.sqlite'))).toBe(true);
	});

	it('expands ~/ to the home folder', () => {
		open('~/own/sessions.sqlite');
		expect(existsSync(join(folder, 'home', 'own', 'sessions.sqlite'))).toBe(true);
	});

	it.each([
		['~', /'Embedded Store Path' is a folder, not a file: ~$/],
		['~/', /is a folder, not a file/],
		['~ada/sessions.sqlite', /home folder of another user/],
		['~.sqlite', /home folder of another user/],
		[':memory:', /would forget every window/],
		['file::memory:?cache=shared', /is an address/],
		['file:///var/lib/sessions.sqlite', /is an address/],
		['file:sessions.sqlite', /is an address/],
		['/dev/null/sessions.sqlite?mode=memory', /would forget every window/],
		['sessions.sqlite', /is relative to the folder that n8n was started in/],
		['./data/sessions.sqlite', /is relative/],
		['$HOME/sessions.sqlite', /is relative/],
		['/dev/null/whatsapp-session/', /is a folder, not a file/],
		['/dev/null/..', /is a folder, not a file/],
		['/dev/null\0/sessions.sqlite', /holds a character that no path has/],
	])('refuses %j, and makes no file of it', (path, words) => {
		const before = readdirSync('.');

		expect(() => open(path)).toThrow(words);
		expect(() => open(path)).toThrow(SessionStoreError);
		expect(readdirSync('.')).toEqual(before);
	});

	it('refuses a folder that is there, and names a file in it', () => {
		const path = join(folder, 'folder');
		mkdirSync(path);
		expect(() => open(path)).toThrow(/is a folder, not a file/);
	});

	it('gives one handle for one file, however its path is spelled', () => {
		expect(open(join(folder, 'a.sqlite'))).toBe(open(`${folder}/./b/../a.sqlite`));
		expect(open(join(folder, 'a.sqlite'))).not.toBe(open(join(folder, 'b.sqlite')));
	});

	it('gives the same handle after the module was loaded anew', () => {
		const store = open();
		jest.isolateModules(() => {
			const reloaded = jest.requireActual<{ openStore: typeof openStore }>('../../nodes/shared/store/openStore');
			expect(reloaded.openStore).not.toBe(openStore);
			expect(open(undefined, reloaded.openStore)).toBe(store);
		});
	});

	it('opens a new handle when the old one was closed', async () => {
		const store = open();
		await store.close();
		const next = open();
		expect(next).not.toBe(store);
		expect(await next.findSessions([{ phoneNumberId: '1', user: { waId: '2' } }])).toEqual([undefined]);
	});

	it('tries again when the store could not be opened', () => {
		const path = join(folder, 'taken');
		mkdirSync(path);
		expect(() => open(path)).toThrow(SessionStoreError);
		rmSync(path, { recursive: true });
		expect(() => open(path)).not.toThrow();
	});

	it('refuses the embedded store in queue mode and says what to choose', () => {
		environment.variables.EXECUTIONS_MODE = 'queue';
		expect(() => open()).toThrow(SessionStoreError);
		expect(() => open()).toThrow('queue mode');
		expect(existsSync(join(folder, 'home'))).toBe(false);
		expect(() => open(join(folder, 'shared.sqlite'))).not.toThrow();
	});

	it.each(['worker', 'webhook'])('refuses it in a %s process as well, which n8n starts in queue mode whatever its variables say', (command) => {
		environment.command = command;
		expect(() => open()).toThrow('queue mode');
	});

	it.each([
		['a file in queue mode', 'queue', { kind: 'embedded', path: '/data/sessions.sqlite' }, true],
		['a file of one process', 'regular', { kind: 'embedded' }, false],
		['Postgres in queue mode', 'queue', { kind: 'postgres', url: 'postgres://db' }, false],
	] as const)('says whether processes have to share a file: %s', (_, mode, config, isShared) => {
		environment.variables.EXECUTIONS_MODE = mode;
		expect(isFileOfMany(config, environment)).toBe(isShared);
	});

	it.each([['regular'], [undefined]])('opens the embedded store when EXECUTIONS_MODE is %s', (mode) => {
		environment.variables.EXECUTIONS_MODE = mode;
		expect(() => open()).not.toThrow();
	});
});
