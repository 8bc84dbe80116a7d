import { Client } from 'pg';

import { openPostgresStore } from '../../nodes/shared/store/postgres/openPostgresStore';
import { postgresStatements } from '../../nodes/shared/store/postgres/postgresStatements';
import { SessionStoreError } from '../../nodes/shared/store/SessionStoreError';
import type { Store } from '../../nodes/shared/store/Store';
import { startPostgres } from '../support/startPostgres';
import type { Postgres } from '../support/startPostgres';
import { describeStore } from './describeStore';
import { expectDataOfSchema1 } from './expectDataOfSchema1';
import { expectDataOfSchema2 } from './expectDataOfSchema2';
import { expectDataOfSchema3 } from './expectDataOfSchema3';
import { expectDataOfSchema4 } from './expectDataOfSchema4';
import { expectDataOfSchema5 } from './expectDataOfSchema5';
import { expectDataOfSchema18 } from './expectDataOfSchema18';
import { expectDataOfSchema20 } from './expectDataOfSchema20';
import { expectDataOfSchema6 } from './expectDataOfSchema6';
import { HOUR_MS, NOON_MS } from './instants';
import { dataOfSchema1, postgresSchema1 } from './schemaVersion1';
import { postgresStore18 } from './schemaVersion18';
import { postgresStore2 } from './schemaVersion2';
import { postgresStore20 } from './schemaVersion20';
import { postgresStore3 } from './schemaVersion3';
import { postgresStore4 } from './schemaVersion4';
import { postgresStore5 } from './schemaVersion5';
import { postgresStore6 } from './schemaVersion6';
import { toWebhookRecord } from './toWebhookRecord';

let postgres: Postgres;
beforeAll(async () => {
	postgres = await startPostgres();
});
afterAll(() => postgres.stop());

let schemas = 0;

describeStore('the Postgres store', async () => {
	// A name that has to be quoted wherever it stands.
	const options = { url: postgres.url, schema: `Mixed "case" '${schemas++}` };
	return {
		store: openPostgresStore(options),
		reopen: async () => openPostgresStore(options),
		async countRows(table) {
			const [row] = await query(`SELECT count(*)::int FROM "${options.schema.replaceAll('"', '""')}".${table}`);
			return (row as { count: number }).count;
		},
	};
});

async function query(sql: string): Promise<unknown[]> {
	const client = new Client({ connectionString: postgres.url });
	await client.connect();
	const { rows } = await client.query(sql);
	await client.end();
	return rows;
}

const KEY = { phoneNumberId: '1', user: { bsuid: 'US.1', waId: '15551234567' } };
const INBOUND = { kind: 'inbound' as const, ...KEY, atMs: NOON_MS };

describe('the Postgres store', () => {
	const stores: Store[] = [];
	afterEach(async () => {
		for (const store of stores.splice(0)) await store.close();
	});

	function open(schema?: string, url = postgres.url): Store {
		const store = openPostgresStore({ url, schema });
		stores.push(store);
		return store;
	}

	it('keeps its tables in a schema of its own', async () => {
		await open().recordEvidence([INBOUND]);
		expect(await query('SELECT wa_id FROM whatsapp_session.sessions')).toEqual([{ wa_id: '15551234567' }]);
	});

	it('creates its tables once when many processes start at the same time', async () => {
		const stores = Array.from({ length: 6 }, () => open('at_once'));
		await Promise.all(stores.map((store) => store.recordEvidence([INBOUND])));
		expect(await query('SELECT version FROM at_once.schema_version')).toEqual([{ version: 21 }]);
		expect(await query('SELECT count(*)::int FROM at_once.sessions')).toEqual([{ count: 1 }]);
	});

	it('is brought up to date with all its data when its schema is older, once, by many processes at a time', async () => {
		await query(postgresSchema1('older') + dataOfSchema1('older.'));
		await Promise.all(Array.from({ length: 4 }, () => open('older').recordEvidence([])));
		await expectDataOfSchema1(open('older'));
		expect(await query('SELECT version FROM older.schema_version')).toEqual([{ version: 21 }]);
		expect(await query('SELECT entry_id::int, wa_id, category FROM older.consent_entries ORDER BY entry_id')).toEqual([
			{ entry_id: 1, wa_id: '2', category: 'marketing' },
			{ entry_id: 3, wa_id: '2', category: 'utility' },
			{ entry_id: 4, wa_id: null, category: 'marketing' },
		]);
	});

	it.each([
		['version 2 as well, and takes news of templates', 'second', postgresStore2, expectDataOfSchema2],
		['version 3 as well, and takes uploaded files', 'third', postgresStore3, expectDataOfSchema3],
		['version 4 as well, and takes waits for answers', 'fourth', postgresStore4, expectDataOfSchema4],
		['version 5 as well, and takes keys for each person and waits before their questions', 'fifth', postgresStore5, expectDataOfSchema5],
		['version 6 as well, and takes ends of free entry points', 'sixth', postgresStore6, expectDataOfSchema6],
		['version 18 as well, and tells of what was given up', 'eighteenth', postgresStore18, expectDataOfSchema18],
		['version 20 as well, and counts the messages that it had', 'twentieth', postgresStore20, expectDataOfSchema20],
	])('is brought up to date from %s', async (_, schema, toStore, expectData) => {
		await query(toStore(schema));
		await Promise.all(Array.from({ length: 4 }, () => open(schema).recordEvidence([])));
		await expectData(open(schema));
		expect(await query(`SELECT version FROM ${schema}.schema_version`)).toEqual([{ version: 21 }]);
	});

	it('is refused and left alone when its schema is newer', async () => {
		await open('newer').recordEvidence([]);
		await query('UPDATE newer.schema_version SET version = 99');
		const failure = open('newer').recordEvidence([INBOUND]);
		await expect(failure).rejects.toThrow(SessionStoreError);
		await expect(failure).rejects.toThrow('newer version');
		expect(await query('SELECT * FROM newer.sessions')).toEqual([]);
	});

	it('needs no right to create schemas where somebody has created this one', async () => {
		await query(`
			CREATE ROLE modest LOGIN PASSWORD 'modest';
			CREATE SCHEMA provided AUTHORIZATION modest;
			REVOKE CREATE ON DATABASE session FROM PUBLIC`);
		const url = postgres.url.replace('session:secret', 'modest:modest');
		await open('provided', url).recordEvidence([INBOUND]);
		await expect(open('not_provided', url).recordEvidence([INBOUND])).rejects.toThrow('does not give its user enough rights');
	});

	it('goes on after the server has ended its connections', async () => {
		const store = open('ended');
		await store.recordEvidence([INBOUND]);
		await query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = 'session'`);
		await store.findSessions([KEY]).catch(() => undefined);
		expect(await store.findSessions([KEY])).toMatchObject([{ lastInboundAtMs: NOON_MS }]);
	});

	it('takes back what a transaction did before it failed', async () => {
		const store = open('failed');
		await store.recordEvidence([]);
		await query(`ALTER TABLE failed.template_changes ADD CHECK (template_id <> 'refused')`);
		const record = toWebhookRecord({ evidence: [INBOUND], templateChanges: [{ businessAccountId: 'w', templateId: 'refused', atMs: NOON_MS }] });
		await expect(store.recordWebhook(record)).rejects.toThrow('cannot be used');
		expect(await store.findSessions([KEY])).toEqual([undefined]);
	});

	it('counts a message once that a webhook records at the moment at which it is moved here', async () => {
		const store = open('moved_here');
		await store.recordEvidence([]);
		const row = { message_digest: 'a', phone_number_id: '1', sent_at_ms: NOON_MS, delivered_at_ms: null, category: null, price_type: null, billable: null };
		const webhook = new Client({ connectionString: postgres.url });
		await webhook.connect();
		await webhook.query('BEGIN');
		await webhook.query(postgresStatements('moved_here').recordUsage, [JSON.stringify([row])]);
		const moved = store.mergeRows('message_usage', [row]);
		for (let waiting = 0; waiting === 0; ) waiting = (await query('SELECT FROM pg_locks WHERE NOT granted')).length;
		await webhook.query('COMMIT');
		await webhook.end();
		expect(await moved).toMatchObject({ missing: 0 });
		expect(await store.countUsage(['1'], NOON_MS, NOON_MS + HOUR_MS)).toEqual([{ phoneNumberId: '1', counted: 'sent', count: 1 }]);
	});

	it('records every webhook of one moment but the one that it cannot', async () => {
		const store = open('one_refused');
		await store.recordEvidence([]);
		await query(`ALTER TABLE one_refused.template_changes ADD CHECK (template_id <> 'refused')`);
		const records = ['1', 'refused', '3', '4'].map((templateId) =>
			toWebhookRecord({ deliveryId: templateId, eventIds: [templateId], templateChanges: [{ businessAccountId: 'w', templateId, atMs: NOON_MS }] }),
		);
		const outcomes = await Promise.allSettled(records.map((record) => store.recordWebhook(record)));
		expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
		expect((await store.findTemplateChanges('w', 0)).map(({ templateId }) => templateId).toSorted()).toEqual(['1', '3', '4']);
	});

	it.each([
		['the server does not run', (url: URL) => (url.port = '1'), 'cannot be reached'],
		['the password is wrong', (url: URL) => (url.password = 'terribly wrong'), 'refuses the user or the password'],
		['the database does not exist', (url: URL) => (url.pathname = '/nowhere'), 'does not exist'],
	])('says so, and never the password, when %s', async (_, spoil, problem) => {
		const url = new URL(postgres.url);
		spoil(url);
		const error = await open(undefined, url.href)
			.findSessions([KEY])
			.then(
				() => undefined,
				(reason: unknown) => reason as SessionStoreError,
			);
		expect(error).toBeInstanceOf(SessionStoreError);
		expect(error?.message).toBe(`The session store in Postgres (127.0.0.1:${url.port}${url.pathname}) ${problem}.`);
		expect(error?.advice).not.toBe('');
		expect(`${error?.message} ${error?.advice} ${String(error?.stack)}`).not.toMatch(/secret|terribly/);
	});

	it.each(['', 'localhost', 'mysql://user:hush@host/db', 'postgresql://user:hu#sh@host/db'])(
		'refuses %j as a URL without repeating it',
		(url) => {
			expect(() => openPostgresStore({ url })).toThrow(SessionStoreError);
			expect(() => openPostgresStore({ url })).toThrow(/^The 'Postgres URL' of the session store is not a URL.$/);
		},
	);

	it('tries again after it could not be opened', async () => {
		const store = open('later');
		await query('CREATE SCHEMA later; CREATE TABLE later.schema_version (version integer); INSERT INTO later.schema_version VALUES (99)');
		await expect(store.findSessions([KEY])).rejects.toThrow('newer version');
		await query('DROP SCHEMA later CASCADE');
		expect(await store.findSessions([KEY])).toEqual([undefined]);
	});

	it('lists who wrote by the index of 50,000 sessions, and sorts nothing', async () => {
		await open('plans').findSessions([]);
		await query(`INSERT INTO plans.sessions (phone_number_id, wa_id, last_inbound_at_ms) SELECT '1', n::text, n FROM generate_series(1, 50000) AS n`);
		await query('ANALYZE plans.sessions');
		const client = new Client({ connectionString: postgres.url });
		await client.connect();
		const { listSessionsOldestFirst, listSessionsNewestFirst } = postgresStatements('plans');
		for (const [text, from, to] of [[listSessionsOldestFirst, 20_000, 60_000], [listSessionsNewestFirst, 40_000, 0]] as const) {
			const { rows } = await client.query<{ 'QUERY PLAN': string }>({ text: `EXPLAIN ${text}`, values: ['["1"]', from, -1, to, 1000] });
			const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
			expect(plan).toMatch(/Index.* Scan.* using sessions_by_last_inbound/);
			expect(plan).not.toMatch(/Seq Scan on sessions|Sort/);
		}
		await client.end();
	});
});
