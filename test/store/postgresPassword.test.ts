import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

import { openPostgresStore } from '../../nodes/shared/store/postgres/openPostgresStore';
import type { PostgresAddress, PostgresServer } from '../../nodes/shared/store/postgres/PostgresServer';

// AuthenticationCleartextPassword (https://www.postgresql.org/docs/current/protocol-message-formats.html, read 2026-11-27).
const ASK_FOR_PASSWORD = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]);
const BYTES_BEFORE_PASSWORD = 5;

const own = process.env.PGPASSWORD;
beforeEach(() => void (process.env.PGPASSWORD = 'of another database'));
afterEach(() => {
	if (own === undefined) delete process.env.PGPASSWORD;
	else process.env.PGPASSWORD = own;
});

/** What a server that asks for a password in clear text is told. */
async function tellPassword(toAddress: (port: number) => PostgresAddress): Promise<string> {
	const told = Promise.withResolvers<string>();
	const server = createServer((socket) => {
		socket.on('error', () => undefined);
		socket.once('data', () => {
			socket.write(ASK_FOR_PASSWORD);
			socket.once('data', (answer: Buffer) => {
				told.resolve(answer.subarray(BYTES_BEFORE_PASSWORD, -1).toString());
				socket.destroy();
			});
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const store = openPostgresStore({ url: toAddress((server.address() as AddressInfo).port) });
	await expect(store.findSessions([{ phoneNumberId: '1', user: { waId: '15551234567' } }])).rejects.toThrow('The session store in Postgres');
	await store.close();
	server.close();
	return await told.promise;
}

const inFields = (port: number, more: Partial<PostgresServer> = {}): PostgresServer => ({
	...{ setIn: 'credential', host: '127.0.0.1', port, database: 'n8n', user: 'n8n', password: '', tls: 'off' },
	...more,
});

describe('the server that fields of a credential name', () => {
	it('is told their password, and none of the environment where they have none', async () => {
		expect(await tellPassword((port) => inFields(port, { password: 'hush' }))).toBe('hush');
		expect(await tellPassword((port) => inFields(port))).toBe('');
	});
});

describe('the database of n8n', () => {
	it('is told what n8n would tell it', async () => {
		expect(await tellPassword((port) => inFields(port, { setIn: 'environment' }))).toBe('of another database');
	});
});
