import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { WhatsAppSession } from '../../nodes/WhatsAppSession/WhatsAppSession.node';
import { openStore } from '../../nodes/shared/store/openStore';
import { openStage, PHONE_NUMBER_ID, toItems, type Stage } from '../support/openStage';
import { runNode } from '../support/runNode';
import { startPostgres, type Postgres } from '../support/startPostgres';

let stage: Stage;
// n8n reads it once.
const allowed = mkdtempSync(join(tmpdir(), 'whatsapp-session-allowed-'));
process.env.N8N_RESTRICT_FILE_ACCESS_TO = allowed;
let folder: string;
beforeEach(async () => {
	stage = await openStage();
	await stage.wrote('+12025550143', 60_000);
	folder = mkdtempSync(join(allowed, 'backup-'));
});
afterEach(async () => {
	await stage.close();
	rmSync(folder, { recursive: true, force: true });
});
afterAll(() => rmSync(allowed, { recursive: true, force: true }));

async function run(operation: string, parameters: INodeParameters = {}, credential: object = {}, items = [{}]) {
	return await runNode({
		node: new WhatsAppSession(),
		credential: { ...stage.credential, ...credential },
		parameters: { resource: 'store', operation, ...parameters },
		items: toItems(...items),
	});
}
const storeOf = (outputs: Awaited<ReturnType<typeof run>>['outputs']) => outputs[0]?.[0]?.json.store as IDataObject;

describe('Store > Health', () => {
	it('says once for all items that the store can be read, and what it holds', async () => {
		const { outputs, error } = await run('health', {}, {}, [{}, {}, {}]);
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(1);
		expect(storeOf(outputs)).toMatchObject({ isReachable: true, isInOrder: true, problems: [], kind: 'embedded', waitingAnswers: 0, undecidedSends: 0, prunedAt: null });
		expect(storeOf(outputs)).toMatchObject({ rows: { sessions: 1, consentEntries: 0 }, oldestAt: { sessions: expect.stringMatching(/Z$/), sends: null } });
	});

	it('gives the same figures as Prometheus reads them', async () => {
		const { outputs } = await run('health');
		const metrics = String(outputs[0]?.[0]?.json.metrics);
		expect(metrics).toContain('# TYPE whatsapp_session_store_up gauge\nwhatsapp_session_store_up 1\n');
		expect(metrics).toContain('whatsapp_session_store_rows{table="sessions"} 1\n');
		for (const line of metrics.trimEnd().split('\n')) expect(line).toMatch(/^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{table="[a-z_]+"\})? \d+(\.\d+)?)$/);
	});

	it('says in sentences what needs a look', async () => {
		const claim = { sendOnceKey: 'a', phoneNumberId: PHONE_NUMBER_ID, user: { waId: '1' }, sentAs: 'freeForm' as const, claimedAtMs: Date.now() - 120_000 };
		await stage.store.claimSends([claim]);
		const { outputs } = await run('health');
		expect(storeOf(outputs)).toMatchObject({ isInOrder: false, undecidedSends: 1, problems: [expect.stringContaining('Of 1 sends nobody knows')] });
	});

	it('says that others may read the file, as after a restore, and not where its folder keeps them out', async () => {
		const path = String(stage.credential.embeddedStorePath);
		chmodSync(path, 0o644);
		expect(storeOf((await run('health')).outputs)).toMatchObject({ isInOrder: true, problems: [] });
		chmodSync(dirname(path), 0o755);
		const problem = `Every user of this machine may read the session store, which holds phone numbers: ${path} has the rights 644.`;
		expect(storeOf((await run('health')).outputs)).toMatchObject({ isReachable: true, isInOrder: false, problems: [expect.stringContaining(problem)] });
	});

	it('gives an item, and no error, for a store that cannot be reached', async () => {
		const { outputs, error } = await run('health', {}, { sessionStore: 'postgres', postgresUrl: 'postgres://ada:secret@127.0.0.1:1/n8n' });
		expect(error).toBeUndefined();
		expect(storeOf(outputs)).toMatchObject({ isReachable: false, isInOrder: false, kind: 'postgres', problems: [expect.stringContaining('(127.0.0.1:1/n8n) cannot be reached')] });
		expect(outputs[0]?.[0]?.json.metrics).toContain('whatsapp_session_store_up 0\n');
		expect(JSON.stringify(outputs)).not.toContain('secret');
	});

	it('fails for a credential that names no store', async () => {
		const { error } = await run('health', {}, { sessionStore: 'postgres', postgresUrl: '' });
		expect(error?.message).toContain("'Postgres URL' is empty");
	});
});

describe('Store > Back Up', () => {
	const sessionsIn = (path: string) => {
		const database = new DatabaseSync(path, { readOnly: true });
		const rows = database.prepare('SELECT wa_id FROM sessions ORDER BY wa_id').all();
		database.close();
		return rows;
	};

	it('writes a whole copy that only its owner may read', async () => {
		const filePath = join(folder, 'copy.sqlite');
		const { outputs, error } = await run('backUp', { destination: 'host', filePath });
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.json).toEqual({ backup: { path: filePath, bytes: statSync(filePath).size, at: expect.any(String) } });
		expect(sessionsIn(filePath)).toEqual([{ wa_id: '12025550143' }]);
		expect(statSync(filePath).mode & 0o777).toBe(0o600);
	});

	it('gives the copy as a file of the item, and leaves nothing behind', async () => {
		const { outputs, error } = await run('backUp', { destination: 'item' });
		expect(error).toBeUndefined();
		const [item] = outputs[0] ?? [];
		expect(item?.binary?.data).toMatchObject({ fileName: expect.stringMatching(/^sessions-[\dT-]+Z\.sqlite$/), mimeType: 'application/vnd.sqlite3' });
		const path = join(folder, 'back.sqlite');
		writeFileSync(path, Buffer.from(String(item?.binary?.data?.data), 'base64'));
		expect(sessionsIn(path)).toEqual([{ wa_id: '12025550143' }]);
	});

	it('leaves a file as it is that exists', async () => {
		const filePath = join(folder, 'mine.txt');
		writeFileSync(filePath, 'mine');
		const { error } = await run('backUp', { destination: 'host', filePath });
		expect(error?.message).toContain('exists already, and was left as it is');
		expect(readFileSync(filePath, 'utf8')).toBe('mine');
	});

	it.each([
		['nothing', '={{ "" }}', 'it is empty'],
		['a relative path', 'copy.sqlite', 'is not the whole path'],
		['a folder', '/tmp/', 'is not the whole path'],
		['a folder that does not exist', '/nowhere/copy.sqlite', "folder of 'File Path' does not exist"],
		['a place where n8n lets nobody write', join(tmpdir(), 'copy.sqlite'), 'where n8n lets workflows write no files'],
	])('refuses %s', async (_, filePath, expected) => {
		const { error } = await run('backUp', { destination: 'host', filePath });
		expect(error?.message).toContain(expected);
		expect(existsSync(join(tmpdir(), 'copy.sqlite'))).toBe(false);
	});

	it('says of a store in Postgres how that is backed up', async () => {
		const { error } = await run('backUp', {}, { sessionStore: 'postgres', postgresUrl: 'postgres://ada:secret@127.0.0.1:1/n8n' });
		expect(error?.message).toContain('is in Postgres (127.0.0.1:1/n8n)');
		expect(error?.description).toContain("pg_dump --schema='whatsapp_session'");
	});
});

describe('Store > Move to Postgres', () => {
	let postgres: Postgres;
	beforeAll(async () => void (postgres = await startPostgres()));
	afterAll(async () => {
		await openStore({ kind: 'postgres', url: postgres.url }).close();
		await postgres.stop();
	});
	const move = async (sourcePath?: string) =>
		await run('moveToPostgres', { sourcePath: sourcePath ?? String(stage.credential.embeddedStorePath) }, { sessionStore: 'postgres', postgresUrl: postgres.url });
	const moveOf = ({ outputs }: Awaited<ReturnType<typeof run>>) => outputs[0]?.[0]?.json.move as IDataObject;

	it('copies all that is there, says what to do next, and adds nothing when it is run again', async () => {
		const first = moveOf(await move());
		expect(first).toMatchObject({ isComplete: true, rows: 1, changed: 1, missing: 0, from: stage.credential.embeddedStorePath });
		expect(first).toMatchObject({ tables: { sessions: { rows: 1, changed: 1, missing: 0 }, consentEntries: { rows: 0 } } });
		expect(first.nextStep).toMatch(/^Everything was copied and looked up again\. Run it again .* A minute later/);
		const second = moveOf(await move());
		expect(second).toMatchObject({ isComplete: true, rows: 1, changed: 0 });
		expect(second.nextStep).toMatch(/^Everything that is in the file is in Postgres\. Where your workflows use Postgres already, the move is done/);
		const health = await run('health', {}, { sessionStore: 'postgres', postgresUrl: postgres.url });
		expect(storeOf(health.outputs)).toMatchObject({ kind: 'postgres', rows: { sessions: 1 } });
	});

	it('refuses a credential that keeps sessions in a file, and says which one to take', async () => {
		const { error } = await run('moveToPostgres');
		expect(error?.message).toContain("its 'Session Store' is not Postgres");
		expect(error?.description).toContain('Make a second WhatsApp Session credential');
	});

	it('refuses a path where there is no store, and creates none there', async () => {
		const path = join(folder, 'nothing.sqlite');
		const { error } = await move(path);
		expect(error?.message).toBe(`There is no session store at ${path}.`);
		expect(existsSync(path)).toBe(false);
	});

	it('refuses a file of another program', async () => {
		const path = join(folder, 'foreign.sqlite');
		const database = new DatabaseSync(path);
		database.exec('CREATE TABLE orders (id INTEGER)');
		database.close();
		expect((await move(path)).error?.message).toContain('is a database of another program');
	});
});
