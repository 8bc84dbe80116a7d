import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { openPostgresStore } from '../../nodes/shared/store/postgres/openPostgresStore';
import type { PostgresAddress, PostgresServer } from '../../nodes/shared/store/postgres/PostgresServer';
import { toPostgresStoreError } from '../../nodes/shared/store/postgres/toPostgresStoreError';
import { SessionStoreError } from '../../nodes/shared/store/SessionStoreError';
import { startPostgres, type Postgres } from '../support/startPostgres';

/** Signed by itself, for the host `localhost`, good until 2126; its key protects nothing. */
const CERTIFICATE_FOLDER = join(__dirname, '../fixtures/tls');
const CERTIFICATE = join(CERTIFICATE_FOLDER, 'server.crt');
const KEY = { phoneNumberId: '1', user: { waId: '15551234567' } };

describe('what Postgres and its driver report', () => {
	it.each([
		['28000', 'no pg_hba.conf entry for host "10.0.0.7", user "n8n", database "n8n", SSL encryption', undefined, 'does not let the user in'],
		['28000', 'no pg_hba.conf entry for host "10.0.0.7", user "n8n", database "n8n", SSL off', undefined, 'takes encrypted connections only'],
		['CERT_HAS_EXPIRED', 'certificate has expired', undefined, 'shows a certificate that is not valid at this time'],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unable to verify the first certificate', undefined, 'shows a certificate that no known authority has signed'],
		['ERR_SSL_WRONG_VERSION_NUMBER', 'SSL routines:wrong version number', undefined, 'refuses the connection because of TLS'],
		['ENOENT', 'connect ENOENT /var/run/postgresql/.s.PGSQL.5432', 'connect', 'cannot be used'],
		['EMFILE', "too many open files, open 'pg/lib/index.js'", 'open', 'cannot be used'],
	])('is said in words: %s %s', (code, message, syscall, problem) => {
		const failure = Object.assign(new Error(message), { code, syscall });
		expect(toPostgresStoreError(failure, { where: 'db:5432/n8n' }).message).toBe(`The session store in Postgres (db:5432/n8n) ${problem}.`);
	});
});

describe('a Postgres that encrypts', () => {
	let encrypted: Postgres;
	let plain: Postgres;
	beforeAll(async () => {
		[encrypted, plain] = await Promise.all([startPostgres(CERTIFICATE_FOLDER), startPostgres()]);
		// `pg` warns of its next version at each old sslmode.
		jest.spyOn(process, 'emitWarning').mockReturnValue();
	});
	afterAll(() => Promise.all([encrypted.stop(), plain.stop()]));

	async function connect(url: PostgresAddress): Promise<'connected' | SessionStoreError> {
		const store = openPostgresStore({ url });
		try {
			await store.findSessions([KEY]);
			return 'connected';
		} catch (error) {
			return error as SessionStoreError;
		} finally {
			await store.close();
		}
	}

	const onHost = (host: string, query: string) => `${encrypted.url.replace('127.0.0.1', host)}${query}`;

	it.each([
		['with the certificate of its authority', 'localhost', `?sslmode=verify-full&sslrootcert=${CERTIFICATE}`],
		['with that and another host name', '127.0.0.1', `?uselibpqcompat=true&sslmode=verify-ca&sslrootcert=${CERTIFICATE}`],
		['without a look at the certificate', '127.0.0.1', '?sslmode=no-verify'],
	])('takes a connection %s, as advised', async (_, host, query) => {
		expect(await connect(onHost(host, query))).toBe('connected');
	});

	it.each([
		['of a certificate of its own', 'localhost', '?sslmode=require', 'shows a certificate that no known authority has signed'],
		['of a certificate of its own, whatever asks for encryption', 'localhost', '?ssl=true', 'shows a certificate that no known authority has signed'],
		['of a certificate for another host', '127.0.0.1', `?sslmode=verify-full&sslrootcert=${CERTIFICATE}`, 'shows a certificate that was made for another host'],
		['of a connection without encryption', 'localhost', '', 'takes encrypted connections only'],
		['of a connection without encryption, asked for', 'localhost', '?sslmode=disable', 'takes encrypted connections only'],
		['of a certificate file that is not there', 'localhost', '?sslmode=verify-full&sslrootcert=/nowhere/ca.crt', 'cannot be asked: a certificate file that its URL names cannot be read'],
	])('says what is wrong, and what works, in case %s', async (_, host, query, problem) => {
		const error = await connect(onHost(host, query));
		expect(error).toBeInstanceOf(SessionStoreError);
		const { message, advice } = error as SessionStoreError;
		expect(message).toMatch(new RegExp(`^The session store in Postgres \\(${host}:\\d+/session\\) ${problem}\\.$`));
		expect(advice).toMatch(/sslrootcert/);
		expect(advice).not.toMatch(/sslmode=require\b/);
	});

	function inParts(parts: Partial<PostgresServer>, { url } = encrypted): PostgresServer {
		const { port, username: user, password } = new URL(url);
		return { setIn: 'credential', host: 'localhost', port: Number(port), database: 'session', user, password, tls: 'verified', ...parts };
	}

	it.each([
		['with the certificate of its authority', { ca: readFileSync(CERTIFICATE, 'utf8') }],
		['without a look at the certificate', { tls: 'unverified' as const, host: '127.0.0.1' }],
	])('takes a connection that was named in parts, %s', async (_, parts) => {
		expect(await connect(inParts(parts))).toBe('connected');
	});

	it.each([
		['an unknown authority', {}, /no known authority has signed/, /'Postgres CA Certificate'/, /DB_POSTGRESDB_SSL_CA_FILE/],
		['another host', { ca: readFileSync(CERTIFICATE, 'utf8'), host: '127.0.0.1' }, /made for another host/, /'Postgres Host'/, /DB_POSTGRESDB_HOST/],
		['no encryption', { tls: 'off' as const }, /takes encrypted connections only/, /'Postgres Encryption'/, /DB_POSTGRESDB_SSL_ENABLED=true/],
		['a certificate that is none', { ca: '-----BEGIN CERTIFICATE-----\nno\n-----END CERTIFICATE-----' }, /that it was given is none|no known authority/, /'Postgres CA Certificate'/, /DB_POSTGRESDB_SSL_CA/],
		['a wrong password', { tls: 'unverified' as const, password: 'terribly' }, /refuses the user or the password/, /'Postgres Password'/, /DB_POSTGRESDB_PASSWORD/],
		['no such server', { port: 1 }, /cannot be reached/, /'Postgres Port'/, /DB_POSTGRESDB_PORT/],
		['no such database', { tls: 'unverified' as const, database: 'nowhere' }, /does not exist/, /'Postgres Database'/, /DB_POSTGRESDB_DATABASE/],
	])('names the setting where it was entered, in case of %s', async (_, parts, problem, field, variable) => {
		for (const [setIn, name] of [['credential', field], ['environment', variable]] as const) {
			const { message, advice } = (await connect(inParts({ ...parts, setIn }))) as SessionStoreError;
			expect(message).toMatch(problem);
			expect(advice).toMatch(name);
			expect(advice).not.toContain('URL');
			expect(message + advice).not.toMatch(/secret|terribly/);
		}
	});

	it('is told from one that does not', async () => {
		const error = await connect(`${plain.url}?sslmode=verify-full`);
		expect(error).toMatchObject({ message: expect.stringContaining('takes no encrypted connections'), advice: expect.stringContaining('sslmode=disable') });
		expect(await connect(`${plain.url}?sslmode=disable`)).toBe('connected');
	});
});
