import {
	chmodSync,
	chownSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { SessionStoreError } from '../../nodes/shared/store/SessionStoreError';
import { openSqliteStore } from '../../nodes/shared/store/sqlite/openSqliteStore';
import { SQLITE_MIGRATIONS } from '../../nodes/shared/store/sqlite/sqliteMigrations';
import { SQLITE_STATEMENTS } from '../../nodes/shared/store/sqlite/sqliteStatements';
import { toSqliteStoreError } from '../../nodes/shared/store/sqlite/toSqliteStoreError';
import type { Store } from '../../nodes/shared/store/Store';
import { NOON_MS } from './instants';
import { toWebhookRecord } from './toWebhookRecord';

const KEY = { phoneNumberId: '1', user: { waId: '15551234567' } };
const INBOUND = { kind: 'inbound' as const, ...KEY, atMs: NOON_MS };

describe('the file of the embedded store', () => {
	let folder: string;
	let path: string;
	const stores: Store[] = [];
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'whatsapp-session-file-'));
		path = join(folder, 'new', 'deeper', 'sessions.sqlite');
	});
	afterEach(async () => {
		for (const store of stores.splice(0)) await store.close();
		rmSync(folder, { recursive: true, force: true });
	});

	function open(busyTimeoutMs?: number): Store {
		const store = openSqliteStore({ path, busyTimeoutMs });
		stores.push(store);
		return store;
	}

	function fill(file: string, sql: string): void {
		mkdirSync(dirname(file), { recursive: true });
		const database = new DatabaseSync(file);
		database.exec(sql);
		database.close();
	}

	it('is created with its folder, for the eyes of its owner only', async () => {
		await open().recordEvidence([INBOUND]);
		const modeOf = (file: string) => statSync(file).mode & 0o777;
		expect([path, `${path}-wal`, `${path}-shm`].map(modeOf)).toEqual([0o600, 0o600, 0o600]);
		expect(modeOf(dirname(path))).toBe(0o700);
	});

	it('is kept in WAL mode with its schema version and mark', async () => {
		await open().close();
		const database = new DatabaseSync(path);
		expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
		expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: SQLITE_MIGRATIONS.length });
		expect(Object.values(database.prepare('PRAGMA application_id').get() ?? {})).toEqual([0x57415373]);
		database.close();
	});

	it('is refused and left alone when its schema is newer', async () => {
		await open().close();
		fill(path, 'PRAGMA user_version = 99');
		const before = readFileSync(path);
		expect(() => open()).toThrow(SessionStoreError);
		expect(() => open()).toThrow(`${path} was written by a newer version`);
		expect(readFileSync(path)).toEqual(before);
	});

	it('is refused and left alone when it belongs to another program', () => {
		fill(path, 'CREATE TABLE workflow_entity (id TEXT)');
		const before = readFileSync(path);
		expect(() => open()).toThrow(`${path} is a database of another program`);
		expect(readFileSync(path)).toEqual(before);
	});

	it('is refused when it is no database', () => {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, 'phone numbers, one per line\n'.repeat(200));
		expect(() => open()).toThrow(`${path} is not a SQLite database`);
	});

	it('is refused when it is damaged', async () => {
		const store = open();
		for (let index = 0; index < 500; index++) {
			await store.recordEvidence([{ ...INBOUND, user: { waId: String(index).padStart(100, '0') } }]);
		}
		await store.close();
		const bytes = readFileSync(path);
		writeFileSync(path, bytes.fill(0xaa, 8192, bytes.length));
		await expect(async () => await open().findSessions([KEY])).rejects.toThrow(`${path} is damaged`);
	});

	it('is refused when it is a folder', () => {
		mkdirSync(path, { recursive: true });
		expect(() => open()).toThrow(`${path} is a folder, not a file`);
	});

	it('is refused when a part of its path is a file', () => {
		writeFileSync(join(folder, 'new'), '');
		expect(() => open()).toThrow(`${path} cannot be created: a part of its path is a file`);
	});

	it.each([
		['the file is read-only', 'cannot be written', () => chmodSync(path, 0o444)],
		['the folder is read-only', 'cannot be', () => chmodSync(dirname(path), 0o555)],
		['the folder may not be entered', 'cannot be opened', () => chmodSync(dirname(path), 0o000)],
	])('is refused when %s', async (_, problem, forbid) => {
		await asOrdinaryUser(folder, async () => {
			await open().close();
			forbid();
			expect(() => open()).toThrow(SessionStoreError);
			expect(() => open()).toThrow(`${path} ${problem}`);
			chmodSync(dirname(path), 0o700);
		});
	});

	it('is refused when the folder for it may not be created', async () => {
		await asOrdinaryUser(folder, async () => {
			chmodSync(folder, 0o555);
			expect(() => open()).toThrow(`${path} cannot be opened`);
			chmodSync(folder, 0o700);
		});
	});

	it('is waited for when another process writes, and then reported as locked', async () => {
		const store = open(20);
		const other = new DatabaseSync(path);
		other.exec('BEGIN IMMEDIATE');
		const failure = store.recordEvidence([INBOUND]);
		await expect(failure).rejects.toThrow(SessionStoreError);
		await expect(failure).rejects.toMatchObject({
			message: `The session store ${path} is locked by another process.`,
			advice: expect.stringContaining('Postgres'),
			cause: expect.objectContaining({ errcode: 5 }),
		});
		expect(await store.findSessions([KEY])).toEqual([undefined]);
		other.exec('ROLLBACK');
		other.close();
		await store.recordEvidence([INBOUND]);
		expect(await store.findSessions([KEY])).toMatchObject([{ lastInboundAtMs: NOON_MS }]);
	});

	it('is reported as full, in the words of a real full database', () => {
		fill(path, 'CREATE TABLE full (text TEXT)');
		const database = new DatabaseSync(path);
		database.exec('PRAGMA max_page_count = 3');
		let failure: unknown;
		try {
			database.exec(`INSERT INTO full VALUES ('${'x'.repeat(100_000)}')`);
		} catch (error) {
			failure = error;
		}
		database.close();
		expect(toSqliteStoreError(failure, path)).toMatchObject({
			message: `The session store ${path} cannot be written: the disk is full.`,
			cause: failure,
		});
	});

	it('records nothing of a batch in which one statement fails', async () => {
		const store = open();
		fill(path, `CREATE TRIGGER refused BEFORE INSERT ON template_changes BEGIN SELECT RAISE(ABORT, 'refused'); END`);
		const templateChanges = [{ businessAccountId: 'w', templateId: 't', atMs: NOON_MS }];
		await expect(store.recordWebhook(toWebhookRecord({ evidence: [INBOUND], templateChanges }))).rejects.toThrow('cannot be used');
		expect(await store.findSessions([KEY])).toEqual([undefined]);
		await store.recordEvidence([INBOUND]);
		expect(await store.findSessions([KEY])).toMatchObject([{ lastInboundAtMs: NOON_MS }]);
	});

	it('is begun anew when it was deleted while it was open', async () => {
		const store = open();
		await store.recordEvidence([INBOUND]);
		rmSync(path);
		expect(await store.findSessions([KEY])).toEqual([undefined]);
		await store.recordEvidence([INBOUND]);
		expect(existsSync(path)).toBe(true);
		await store.close();
		expect(await open().findSessions([KEY])).toMatchObject([{ lastInboundAtMs: NOON_MS }]);
	});

	it('is refused when it was replaced while it was open, and the new file stays whole', async () => {
		const store = open();
		await store.recordEvidence([INBOUND]);
		const original = path;
		path = join(folder, 'backup.sqlite');
		await open().close();
		renameSync(path, original);
		path = original;
		await expect(store.recordEvidence([INBOUND])).rejects.toThrow(`${path} was replaced by another file`);
		await expect(store.findSessions([KEY])).rejects.toThrow(SessionStoreError);
	});

	it('may be opened again after a failure, by the same handle', async () => {
		const store = open();
		rmSync(path);
		mkdirSync(path);
		await expect(store.findSessions([KEY])).rejects.toThrow(SessionStoreError);
		rmSync(path, { recursive: true });
		expect(await store.findSessions([KEY])).toEqual([undefined]);
	});

	it('is not created by a Node.js without SQLite, which is told what it needs', () => {
		const missing = jest.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined as never);
		expect(() => open()).toThrow(`needs Node.js 22.13 or newer; this is ${process.version}`);
		missing.mockRestore();
		expect(existsSync(path)).toBe(false);
	});

	it('is never searched from end to end', () => {
		open();
		const database = new DatabaseSync(path);
		for (const [name, sql] of Object.entries(SQLITE_STATEMENTS)) {
			// Whoever counts rows reads them, and pages are asked about in sqlitePlans.
			if (sql === '' || name === 'countRows' || name.startsWith('page ')) continue;
			const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as Array<{ detail: string }>;
			// Lists may be read from end to end; tables and their indexes may not.
			const scans = plan.filter(({ detail }) => /^SCAN (sessions|held|received|known|sends|entry|consent|early|renamings|template_changes|message_usage|usage_counts)/.test(detail));
			expect({ name, scans }).toEqual({ name, scans: [] });
		}
		database.close();
	});
});

/** Rights do not apply to root, so a test that runs as root steps down for a moment. */
async function asOrdinaryUser(folder: string, work: () => Promise<void>): Promise<void> {
	const isRoot = process.geteuid?.() === 0;
	if (!isRoot) return await work();
	const nobody = 65_534;
	chownSync(folder, nobody, nobody);
	process.seteuid?.(nobody);
	try {
		await work();
	} finally {
		process.seteuid?.(0);
	}
}
