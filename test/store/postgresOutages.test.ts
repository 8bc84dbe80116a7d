import { createServer, type AddressInfo, type Server } from 'node:net';
import { once } from 'node:events';

import { Client } from 'pg';

import { openPostgresStore } from '../../nodes/shared/store/postgres/openPostgresStore';
import { SessionStoreError } from '../../nodes/shared/store/SessionStoreError';
import type { Store } from '../../nodes/shared/store/Store';
import { startPostgres, type Postgres } from '../support/startPostgres';
import { startTcpProxy, type TcpProxy } from '../support/startTcpProxy';
import { NOON_MS } from './instants';
import { toWebhookRecord } from './toWebhookRecord';

const KEY = { phoneNumberId: '1', user: { bsuid: 'US.1', waId: '15551234567' } };
const INBOUND = { kind: 'inbound' as const, ...KEY, atMs: NOON_MS };
const STATUS = { ...KEY, messageId: 'out.1', status: 'read', atMs: NOON_MS, errorCodes: [] };
const CONSENT = {
	businessAccountId: 'waba', user: KEY.user, kind: 'marketing', state: 'optedOut', atMs: NOON_MS, source: 'form', evidence: 'wamid.1',
} as const;

let postgres: Postgres;
beforeAll(async () => {
	postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const stores: Store[] = [];
afterEach(async () => {
	for (const store of stores.splice(0)) await store.close();
});

function open(schema: string, url = postgres.url): Store {
	const store = openPostgresStore({ url, schema });
	stores.push(store);
	return store;
}

async function query(sql: string): Promise<unknown[]> {
	const client = new Client({ connectionString: postgres.url });
	await client.connect();
	const { rows } = await client.query(sql);
	await client.end();
	return rows;
}

async function failureOf(work: Promise<unknown>): Promise<SessionStoreError> {
	const error = await work.then(
		() => undefined,
		(reason: unknown) => reason,
	);
	expect(error).toBeInstanceOf(SessionStoreError);
	return error as SessionStoreError;
}

describe('a Postgres that goes and comes back', () => {
	it('is told of while it is away, and used again afterwards with all that it had', async () => {
		const store = open('restarts');
		await store.recordEvidence([INBOUND]);
		await postgres.kill();
		for (const work of [() => store.findSessions([KEY]), () => store.recordEvidence([{ ...INBOUND, atMs: NOON_MS + 1 }])]) {
			const { message, advice } = await failureOf(work());
			expect(message).toMatch(/^The session store in Postgres \(127\.0\.0\.1:\d+\/session\) (cannot be reached|has ended the connection( before it was made)?|is starting or stopping)\.$/);
			expect(advice).not.toBe('');
		}
		await postgres.start();
		expect(await store.findSessions([KEY])).toMatchObject([{ lastInboundAtMs: NOON_MS }]);
		await store.recordEvidence([{ ...INBOUND, atMs: NOON_MS + 1 }]);
		expect(await store.findSessions([KEY])).toMatchObject([{ lastInboundAtMs: NOON_MS + 1 }]);
	});

	it('is opened once it is there, when it was away at the start', async () => {
		await postgres.kill();
		const store = open('starts_late');
		await failureOf(store.findSessions([KEY]));
		await postgres.start();
		expect(await store.findSessions([KEY])).toEqual([undefined]);
	});
});

describe('a connection that breaks', () => {
	let proxy: TcpProxy;
	beforeEach(async () => {
		proxy = await startTcpProxy(Number(new URL(postgres.url).port));
	});
	afterEach(() => proxy.stop());

	function throughProxy(schema: string): Store {
		const url = new URL(postgres.url);
		url.port = String(proxy.port);
		return open(schema, url.href);
	}

	const record = (deliveryId: string) =>
		toWebhookRecord({ deliveryId, eventIds: ['wamid.1', 'wamid.2'], evidence: [INBOUND], statuses: [STATUS], consent: [CONSENT] });

	it('leaves nothing of a batch behind when it breaks in the middle', async () => {
		const store = throughProxy('broken_batch');
		await store.recordEvidence([]);
		proxy.breaksBefore = (said) => said.includes('consent_entries');
		expect((await failureOf(store.recordWebhook(record('first')))).message).toMatch(/has ended the connection\.$/);
		proxy.breaksBefore = () => false;
		for (const table of ['sessions', 'received_events', 'early_statuses', 'consent_entries']) {
			expect(await query(`SELECT * FROM broken_batch.${table}`)).toEqual([]);
		}
		expect(await store.recordWebhook(record('second'))).toMatchObject({ leased: ['wamid.1', 'wamid.2'] });
	});

	it('leaves a batch whole when it breaks before the answer to COMMIT, and the repetition counts once', async () => {
		const store = throughProxy('in_doubt');
		await store.recordEvidence([]);
		proxy.breaksAfter = (said) => said.includes('COMMIT');
		const { message, advice } = await failureOf(store.recordWebhook(record('first')));
		expect(message).toMatch(/has ended the connection\.$/);
		expect(advice).toContain('what is recorded twice counts once');
		proxy.breaksAfter = () => false;
		const tables = ['sessions', 'received_events', 'early_statuses', 'consent_entries'];
		const countAll = () => Promise.all(tables.map((table) => query(`SELECT count(*)::int FROM in_doubt.${table}`)));
		const counted = [[{ count: 1 }], [{ count: 2 }], [{ count: 1 }], [{ count: 1 }]];
		expect(await countAll()).toEqual(counted);
		// The first delivery holds its events until its lease is over; the next delivery of Meta finds them free.
		expect(await store.recordWebhook(record('second'))).toMatchObject({ leased: [] });
		const { receivedAtMs, leaseUntilMs } = record('third');
		const later = { ...record('third'), receivedAtMs: leaseUntilMs, leaseUntilMs: 2 * leaseUntilMs - receivedAtMs };
		expect(await store.recordWebhook(later)).toMatchObject({ leased: ['wamid.1', 'wamid.2'] });
		expect(await countAll()).toEqual(counted);
	});

	it('leaves a claim of a send standing when it breaks before the answer to COMMIT, so that nobody sends twice', async () => {
		const store = throughProxy('claim_in_doubt');
		await store.recordEvidence([]);
		const claim = { sendOnceKey: 'order', ...KEY, sentAs: 'template' as const, claimedAtMs: NOON_MS };
		proxy.breaksAfter = (said) => said.includes('COMMIT');
		await failureOf(store.claimSends([{ ...claim, claimId: 'first' }]));
		proxy.breaksAfter = () => false;
		expect(await store.claimSends([{ ...claim, claimId: 'second' }])).toMatchObject([{ state: 'claimed', claimId: 'first' }]);
	});
});

describe('what answers in place of a Postgres', () => {
	let server: Server;
	afterEach(() => server.close());

	async function listen(answer: string): Promise<string> {
		server = createServer((socket) => socket.on('error', () => undefined).once('data', () => socket.end(answer))).listen(0, '127.0.0.1');
		await once(server, 'listening');
		return `postgresql://session:secret@127.0.0.1:${(server.address() as AddressInfo).port}/session`;
	}

	it.each([
		['a web server', 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: text/html\r\n\r\n<html>no</html>', 'has ended the connection before it was made'],
		['a mail server', '220 mail.example.com ESMTP\r\n', 'has ended the connection before it was made'],
		['a server that hangs up', '', 'has ended the connection before it was made'],
	])('is told from one: %s', async (_, answer, problem) => {
		const { message, advice } = await failureOf(open('none', await listen(answer)).findSessions([KEY]));
		expect(message).toMatch(new RegExp(`\\) ${problem}\\.$`));
		expect(advice).not.toContain('secret');
	});
});

describe('a database that is not ours alone', () => {
	it.each([
		['schema_version (program text)', 'version of another program'],
		['schema_version (version integer)', 'no version at all'],
		['sessions (cookie text)', 'a table of ours without the version'],
	])('is not touched: %s', async (table) => {
		const schema = `foreign_${table.replaceAll(/\W/g, '_')}`;
		await query(`CREATE SCHEMA ${schema}; CREATE TABLE ${schema}.${table}`);
		const { message, advice } = await failureOf(open(schema).findSessions([KEY]));
		expect(message).toMatch(/holds tables of another program/);
		expect(advice).toMatch(/another database/);
		expect(await query(`SELECT tablename FROM pg_tables WHERE schemaname = '${schema}'`)).toHaveLength(1);
	});

	it('says which rights are missing, and where the statements are', async () => {
		await query(`CREATE ROLE reader LOGIN PASSWORD 'reader'; REVOKE CREATE ON DATABASE session FROM PUBLIC`);
		await open('kept').findSessions([]);
		const url = postgres.url.replace('session:secret', 'reader:reader');
		for (const schema of ['kept', 'missing']) {
			const { message, advice } = await failureOf(open(schema, url).findSessions([KEY]));
			expect(message).toMatch(/does not give its user enough rights\.$/);
			expect(advice).toContain('docs/postgres-schema.sql');
		}
	});
});

describe('a Postgres that takes too long', () => {
	it('is given up in its own transactions alone, whatever is set for its user', async () => {
		await open('patience').findSessions([]);
		await query(`CREATE FUNCTION patience.slow() RETURNS trigger LANGUAGE plpgsql AS $$
			BEGIN PERFORM set_config('patience.seen', concat_ws(' ', current_setting('statement_timeout'), current_setting('lock_timeout'),
				current_setting('idle_in_transaction_session_timeout')), false); RAISE EXCEPTION '%', current_setting('patience.seen') USING ERRCODE = '55P03'; END $$;
			CREATE TRIGGER slow BEFORE INSERT ON patience.sessions FOR EACH ROW EXECUTE FUNCTION patience.slow()`);
		const error = await failureOf(open('patience').recordEvidence([INBOUND]));
		expect((error.cause as Error).message).toBe('30s 20s 1min');
		expect(error.message).toMatch(/is locked: .* \(lock_timeout\)\.$/);
	});
});
