import { readFileSync } from 'node:fs';

import { InvalidInputError } from '../../domain/InvalidInputError';
import type { PostgresServer, PostgresTls } from '../../store/postgres/PostgresServer';

type Variables = Record<string, string | undefined>;

/**
 * Reads the database of n8n itself from the variables that n8n reads it from, each of them also as a file (`…_FILE`), with n8n's own
 * values for what is not set.
 *
 * @param variables - of this process; every process of one n8n is told of the same database
 * @throws {InvalidInputError} when n8n keeps its data in SQLite, or a file cannot be read
 * @see https://docs.n8n.io/hosting/configuration/environment-variables/database/ (read 2026-11-26 in n8n 2.41.1, `@n8n/config`)
 */
export function readN8nDatabase(variables: Variables): PostgresServer {
	const read = (name: string) => readVariable(variables, name);
	if (read('DB_TYPE') !== 'postgresdb') throw notInPostgres();
	return {
		setIn: 'environment',
		host: read('DB_POSTGRESDB_HOST') ?? 'localhost',
		port: Number(read('DB_POSTGRESDB_PORT')?.trim() || 5432),
		database: read('DB_POSTGRESDB_DATABASE') ?? 'n8n',
		user: read('DB_POSTGRESDB_USER') ?? 'postgres',
		password: read('DB_POSTGRESDB_PASSWORD') ?? '',
		tls: readTls(read),
		ca: read('DB_POSTGRESDB_SSL_CA') || undefined,
		cert: read('DB_POSTGRESDB_SSL_CERT') || undefined,
		key: read('DB_POSTGRESDB_SSL_KEY') || undefined,
	};
}

/** As n8n does: a certificate, or the wish to check none, turns encryption on as well. */
function readTls(read: (name: string) => string | undefined): PostgresTls {
	const isChecked = !isFalse(read('DB_POSTGRESDB_SSL_REJECT_UNAUTHORIZED'));
	const hasCertificate = ['CA', 'CERT', 'KEY'].some((part) => Boolean(read(`DB_POSTGRESDB_SSL_${part}`)));
	if (!isChecked) return 'unverified';
	return isTrue(read('DB_POSTGRESDB_SSL_ENABLED')) || hasCertificate ? 'verified' : 'off';
}

function readVariable(variables: Variables, name: string): string | undefined {
	const path = variables[`${name}_FILE`];
	if (variables[name] !== undefined || !path) return variables[name];
	const content = readIfPossible(path);
	if (content !== undefined) return content.trim();
	throw new InvalidInputError(
		`${name}_FILE`,
		`The session store is to use the database of n8n, and the file that ${name}_FILE names cannot be read: ${path}`,
		'Give the user that runs n8n the right to read it, in every n8n process.',
	);
}

function readIfPossible(path: string): string | undefined {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return undefined;
	}
}

function isTrue(value: string | undefined): boolean {
	return ['true', '1'].includes(value?.trim().toLowerCase() ?? '');
}

function isFalse(value: string | undefined): boolean {
	return ['false', '0'].includes(value?.trim().toLowerCase() ?? '');
}

function notInPostgres(): InvalidInputError {
	return new InvalidInputError(
		'Session Store',
		"The credential keeps sessions in the database of n8n, and this n8n has none in Postgres: DB_TYPE is not 'postgresdb'.",
		"Choose the embedded session store where n8n runs as one process, or Postgres with an address of its own. Where only some processes say so, give all of them the same DB_… variables.",
	);
}
