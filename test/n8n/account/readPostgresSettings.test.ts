import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { InvalidInputError } from '../../../nodes/shared/domain/InvalidInputError';
import { toSessionCredentials } from '../../../nodes/shared/n8n/account/readCredentials';
import { readN8nDatabase } from '../../../nodes/shared/n8n/account/readN8nDatabase';
import { readPostgresFields } from '../../../nodes/shared/n8n/account/readPostgresFields';

const FIELDS = {
	postgresHost: ' db.example.com ',
	postgresPort: 6432,
	postgresDatabase: 'n8n',
	postgresUser: 'n8n',
	postgresPassword: ' hu#sh%off ',
	postgresTls: 'verified',
	postgresCa: '',
};

function failureOf(work: () => unknown): InvalidInputError {
	let failure: unknown;
	try {
		work();
	} catch (error) {
		failure = error;
	}
	expect(failure).toBeInstanceOf(InvalidInputError);
	return failure as InvalidInputError;
}

describe('the fields of the credential', () => {
	it('say where a Postgres is, with a password as it is', () => {
		const store = toSessionCredentials({ businessAccountId: '1', sessionStore: 'postgresServer', ...FIELDS }).store;
		expect(store).toEqual({
			kind: 'postgres',
			url: { setIn: 'credential', host: 'db.example.com', port: 6432, database: 'n8n', user: 'n8n', password: ' hu#sh%off ', tls: 'verified', ca: undefined },
		});
	});

	it.each([undefined, null, ''])('do not encrypt where nothing is chosen: %j', (postgresTls) => {
		expect(readPostgresFields({ ...FIELDS, postgresTls } as never).tls).toBe('off');
	});

	it('give a certificate its lines back that a field of one line took', () => {
		const lines = ['-----BEGIN CERTIFICATE-----', 'MIIB', 'AAAA', '-----END CERTIFICATE-----'].join('\n');
		for (const pasted of [lines, lines.replaceAll('\n', ' '), lines.replaceAll('\n', '\\n'), lines.replaceAll('\n', '\r\n')]) {
			expect(readPostgresFields({ ...FIELDS, postgresCa: pasted }).ca).toBe(lines);
		}
	});

	it.each([
		['Postgres Host', { postgresHost: '' }],
		['Postgres Host', { postgresHost: 'postgres://n8n:hush@db.example.com/n8n' }],
		['Postgres Host', { postgresHost: 'db.example.com:5432' }],
		['Postgres Port', { postgresPort: 0 }],
		['Postgres Port', { postgresPort: 5432.5 }],
		['Postgres Port', { postgresPort: 'many' }],
		['Postgres Database', { postgresDatabase: ' ' }],
		['Postgres User', { postgresUser: undefined }],
		['Postgres Encryption', { postgresTls: 'on' }],
		['Postgres Encryption', { postgresTls: 'constructor' }],
	])('are refused by name, without the password: %s of %j', (parameter, spoilt) => {
		const failure = failureOf(() => readPostgresFields({ ...FIELDS, ...spoilt } as never));
		expect(failure.parameter).toBe(parameter);
		expect(failure.message).toContain(`'${parameter}'`);
		expect(`${failure.message} ${failure.advice}`).not.toMatch(/hu.?sh/);
	});
});

describe('the database of n8n', () => {
	const N8N = { DB_TYPE: 'postgresdb', DB_POSTGRESDB_HOST: 'pg', DB_POSTGRESDB_USER: 'n8n', DB_POSTGRESDB_PASSWORD: 'hush' };
	const inFile = (text: string) => {
		const path = join(mkdtempSync(join(tmpdir(), 'whatsapp-session-secret-')), 'secret');
		writeFileSync(path, text);
		return path;
	};

	it('is the one that n8n would use, with its own values for what is not set', () => {
		expect(readN8nDatabase(N8N)).toMatchObject({ setIn: 'environment', host: 'pg', port: 5432, database: 'n8n', user: 'n8n', password: 'hush', tls: 'off' });
		expect(readN8nDatabase({ DB_TYPE: 'postgresdb' })).toMatchObject({ host: 'localhost', user: 'postgres', password: '' });
	});

	it('is read from files, where they hold a secret each', () => {
		expect(readN8nDatabase({ ...N8N, DB_POSTGRESDB_PASSWORD: undefined, DB_POSTGRESDB_PASSWORD_FILE: inFile('from a file\n') })).toMatchObject({ password: 'from a file' });
		// As n8n decides it.
		expect(readN8nDatabase({ ...N8N, DB_POSTGRESDB_PASSWORD_FILE: inFile('from a file') })).toMatchObject({ password: 'hush' });
	});

	it.each([
		[{}, 'off'],
		[{ DB_POSTGRESDB_SSL_ENABLED: 'false' }, 'off'],
		[{ DB_POSTGRESDB_SSL_ENABLED: 'true' }, 'verified'],
		[{ DB_POSTGRESDB_SSL_CA: 'PEM' }, 'verified'],
		[{ DB_POSTGRESDB_SSL_REJECT_UNAUTHORIZED: 'false' }, 'unverified'],
		[{ DB_POSTGRESDB_SSL_ENABLED: '1', DB_POSTGRESDB_SSL_REJECT_UNAUTHORIZED: '0' }, 'unverified'],
	])('is encrypted as n8n encrypts it: %j', (variables, tls) => {
		expect(readN8nDatabase({ ...N8N, ...variables })).toMatchObject({ tls });
	});

	it.each([[{}], [{ DB_TYPE: 'sqlite' }]])('is refused where it is none of Postgres: %j', (variables) => {
		const failure = failureOf(() => readN8nDatabase(variables));
		expect(failure.parameter).toBe('Session Store');
		expect(failure.advice).toContain('embedded session store');
	});

	it('is refused with the name of a file that cannot be read', () => {
		expect(failureOf(() => readN8nDatabase({ DB_TYPE: 'postgresdb', DB_POSTGRESDB_PASSWORD_FILE: '/nowhere/secret' })).message).toContain('/nowhere/secret');
	});
});
