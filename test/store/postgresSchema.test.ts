import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Client } from 'pg';

import { openPostgresStore } from '../../nodes/shared/store/postgres/openPostgresStore';
import { postgresSchemaScript } from '../../nodes/shared/store/postgres/postgresSchemaScript';
import { startPostgres, type Postgres } from '../support/startPostgres';
import { expectDataOfSchema1 } from './expectDataOfSchema1';
import { expectDataOfSchema6 } from './expectDataOfSchema6';
import { NOON_MS } from './instants';
import { dataOfSchema1, postgresSchema1 } from './schemaVersion1';
import { postgresStore6 } from './schemaVersion6';
import { toWebhookRecord } from './toWebhookRecord';

const SCRIPT = readFileSync(join(__dirname, '../../docs/postgres-schema.sql'), 'utf8');
const KEY = { phoneNumberId: '1', user: { waId: '15551234567' } };

describe('docs/postgres-schema.sql', () => {
	let postgres: Postgres;
	beforeAll(async () => {
		postgres = await startPostgres();
		await query(`CREATE ROLE n8n LOGIN PASSWORD 'modest'; REVOKE CREATE ON DATABASE session FROM PUBLIC`);
	});
	afterAll(() => postgres.stop());
	beforeEach(() => query('DROP SCHEMA IF EXISTS whatsapp_session CASCADE'));

	async function query(sql: string): Promise<unknown[]> {
		const client = new Client({ connectionString: postgres.url });
		await client.connect();
		const { rows } = await client.query(sql);
		await client.end();
		return rows;
	}

	function openAsModestUser() {
		return openPostgresStore({ url: postgres.url.replace('session:secret', 'n8n:modest') });
	}

	/** Everything that Postgres knows of the tables and indexes. */
	async function describeSchema(): Promise<unknown[]> {
		return await query(`
			SELECT 'column' AS kind, table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || coalesce(column_default, '') AS what
			FROM information_schema.columns WHERE table_schema = 'whatsapp_session'
			UNION ALL SELECT 'index', indexdef FROM pg_indexes WHERE schemaname = 'whatsapp_session'
			UNION ALL SELECT 'constraint', conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
				WHERE connamespace = 'whatsapp_session'::regnamespace AND contype <> 'n'
			UNION ALL SELECT 'version', version::text FROM whatsapp_session.schema_version ORDER BY 1, 2`);
	}

	it('is what the code makes of its steps: write it anew with scripts/writePostgresSchema.mjs', () => {
		expect(SCRIPT).toBe(postgresSchemaScript('whatsapp_session', 'n8n'));
	});

	it('makes the same tables as n8n does', async () => {
		const store = openPostgresStore({ url: postgres.url });
		await store.findSessions([KEY]);
		await store.close();
		const made = await describeSchema();
		await query('DROP SCHEMA whatsapp_session CASCADE');
		await query(SCRIPT);
		expect(await describeSchema()).toEqual(made);
		await query(SCRIPT);
		expect(await describeSchema()).toEqual(made);
	});

	it('lets a user work that may not make anything', async () => {
		await query(SCRIPT);
		const store = openAsModestUser();
		await store.recordEvidence([{ kind: 'inbound', ...KEY, atMs: NOON_MS }]);
		expect(await store.findSessions([KEY])).toMatchObject([{ lastInboundAtMs: NOON_MS }]);
		await store.recordConsent([
			{ businessAccountId: 'waba', user: KEY.user, kind: 'marketing', state: 'optedOut', atMs: NOON_MS, source: 'form', evidence: '' },
		]);
		await store.recordWebhook(toWebhookRecord({ evidence: [{ kind: 'inbound', ...KEY, atMs: NOON_MS + 1 }] }));
		await store.close();
	});

	it.each([
		['the first version', () => postgresSchema1('whatsapp_session') + dataOfSchema1('whatsapp_session.'), expectDataOfSchema1],
		['version 6', () => postgresStore6('whatsapp_session'), expectDataOfSchema6],
	])('brings tables of %s up to date with all their data', async (_, toStore, expectData) => {
		await query(toStore());
		await query(SCRIPT);
		const store = openAsModestUser();
		await expectData(store);
		await store.close();
	});
});
