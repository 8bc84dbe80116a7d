import { inspect } from 'node:util';

import { Client } from 'pg';

import { openPostgresStore } from '../../nodes/shared/store/postgres/openPostgresStore';
import { startPostgres, type Postgres } from '../support/startPostgres';

let postgres: Postgres;
beforeAll(async () => void (postgres = await startPostgres()));
afterAll(() => postgres.stop());

it('an error of Postgres, which is logged with its cause, repeats nothing of the row that it refused', async () => {
	const store = openPostgresStore({ url: postgres.url });
	await store.findSessions([]);
	const client = new Client({ connectionString: postgres.url });
	await client.connect();
	await client.query("ALTER TABLE whatsapp_session.sessions ADD CHECK (wa_id <> '12025550143')");
	await client.end();
	const user = { waId: '12025550143', bsuid: 'US.1' };
	const error: unknown = await store.recordEvidence([{ kind: 'inbound', phoneNumberId: '1', user, atMs: 1 }]).catch((failure: unknown) => failure);
	await store.close();
	const logged = inspect(error, { depth: 9 });
	expect(logged).toContain('23514');
	expect(logged).not.toMatch(/12025550143|US\.1/);
});
