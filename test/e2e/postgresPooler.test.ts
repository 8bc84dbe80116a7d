import { Client } from 'pg';

import { openPostgresStore } from '../../nodes/shared/store/postgres/openPostgresStore';
import { startPgBouncer, type PgBouncer } from '../support/startPgBouncer';
import { startPostgres, type Postgres } from '../support/startPostgres';
import { describeStore } from '../store/describeStore';
import { NOON_MS } from '../store/instants';
import { toWebhookRecord } from '../store/toWebhookRecord';

let postgres: Postgres;
let pooler: PgBouncer;
beforeAll(async () => {
	postgres = await startPostgres();
	pooler = await startPgBouncer(postgres.url);
});
afterAll(async () => {
	await pooler.stop();
	await postgres.stop();
});

let schemas = 0;

describeStore('the Postgres store behind a pooler that shares connections between transactions', async () => {
	const options = { url: pooler.url, schema: `pooled_${schemas++}` };
	return {
		store: openPostgresStore(options),
		reopen: async () => openPostgresStore(options),
		async countRows(table) {
			const client = new Client({ connectionString: postgres.url });
			await client.connect();
			const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int FROM ${options.schema}.${table}`);
			await client.end();
			return rows[0]!.count;
		},
	};
});

describe('the Postgres store behind a pooler', () => {
	const KEY = { phoneNumberId: '1', user: { waId: '15551234567' } };

	it('makes its tables once, and leases an event once, when twelve processes share two connections', async () => {
		const stores = Array.from({ length: 12 }, () => openPostgresStore({ url: pooler.url, schema: 'crowd' }));
		const receipts = await Promise.all(
			stores.map((store, index) => store.recordWebhook(toWebhookRecord({ deliveryId: `d${index}`, eventIds: ['wamid.1'], evidence: [{ kind: 'inbound', ...KEY, atMs: NOON_MS }] }))),
		);
		expect(receipts.filter(({ leased }) => leased.length > 0)).toHaveLength(1);
		await Promise.all(stores.map((store) => store.close()));
	});

	it.each([
		['a user that it does not know', (url: URL) => (url.username = 'nobody'), 'refuses the user or the password'],
		['a setting that it refuses', (url: URL) => (url.search = '?options=-c%20search_path%3Dx'), 'is behind a pooler that refuses a setting'],
	])('says so in case of %s', async (_, spoil, problem) => {
		const url = new URL(pooler.url);
		spoil(url);
		const store = openPostgresStore({ url: url.href });
		await expect(store.findSessions([KEY])).rejects.toThrow(problem);
		await store.close();
	});

	it('says so when the pooler does not reach its server', async () => {
		const nowhere = await startPgBouncer(postgres.url.replace(/:\d+\//, ':1/'), { server_connect_timeout: '1', query_wait_timeout: '2' });
		const store = openPostgresStore({ url: nowhere.url });
		await expect(store.findSessions([KEY])).rejects.toThrow(/is behind a pooler that (cannot reach it|had no connection to give)/);
		await store.close();
		await nowhere.stop();
	});
});
