import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { InvalidInputError } from '../../domain/InvalidInputError';
import type { PostgresServer, PostgresTls } from '../../store/postgres/PostgresServer';

const TLS: Record<string, PostgresTls> = { off: 'off', verified: 'verified', unverified: 'unverified' };
const HIGHEST_PORT = 65_535;

/**
 * Reads a Postgres from the fields of the credential.
 *
 * @throws {InvalidInputError} naming the field that is empty or malformed
 */
export function readPostgresFields(fields: ICredentialDataDecryptedObject): PostgresServer {
	return {
		setIn: 'credential',
		host: readHost(fields.postgresHost),
		port: readPort(fields.postgresPort),
		database: readFilled(fields.postgresDatabase, 'Postgres Database', 'the name of the database, for example n8n'),
		user: readFilled(fields.postgresUser, 'Postgres User', 'the user that n8n connects as'),
		// As it is: a password may begin or end with a space.
		password: typeof fields.postgresPassword === 'string' ? fields.postgresPassword : '',
		tls: readTls(fields.postgresTls),
		ca: toPem(fields.postgresCa),
	};
}

/** Nothing is the default; what is no choice must not become the least safe one. */
function readTls(value: unknown): PostgresTls {
	const choice = String(value ?? '') || 'off';
	const tls = Object.hasOwn(TLS, choice) ? TLS[choice] : undefined;
	if (tls !== undefined) return tls;
	throw new InvalidInputError(
		'Postgres Encryption',
		`The credential's 'Postgres Encryption' is unknown: ${choice.slice(0, 40)}`,
		'Open the credential and choose Off, On or On Without Check from the list.',
	);
}

function readHost(value: unknown): string {
	const host = readFilled(value, 'Postgres Host', 'the name or address of the server, for example db.example.com');
	if (!/[/@\s]|:\d+$/.test(host) || host.startsWith('/')) return host;
	throw new InvalidInputError(
		'Postgres Host',
		"The credential's 'Postgres Host' holds more than a host.",
		"Enter the name or address alone, for example db.example.com; port, user and database have fields of their own.",
	);
}

function readPort(value: unknown): number {
	const port = value === undefined || value === '' ? 5432 : Number(value);
	if (Number.isInteger(port) && port > 0 && port <= HIGHEST_PORT) return port;
	throw new InvalidInputError(
		'Postgres Port',
		`The credential's 'Postgres Port' is ${String(value).slice(0, 20)}, which is no port.`,
		'Enter a whole number from 1 to 65535; Postgres usually listens on 5432, and PgBouncer on 6432.',
	);
}

function readFilled(value: unknown, parameter: string, meaning: string): string {
	const text = typeof value === 'string' ? value.trim() : '';
	if (text !== '') return text;
	throw new InvalidInputError(
		parameter,
		`The credential keeps sessions in Postgres, and its '${parameter}' is empty.`,
		`Open the credential and enter ${meaning}.`,
	);
}

/** A certificate that was pasted into a field of one line has spaces for its line ends. */
function toPem(value: unknown): string | undefined {
	const text = typeof value === 'string' ? value.trim() : '';
	if (text === '') return undefined;
	return text.replaceAll('\\n', '\n').replace(/(-----BEGIN [A-Z ]+-----)([\s\S]*?)(-----END [A-Z ]+-----)/g, (_, begin, body: string, end) =>
		[begin, ...body.trim().split(/\s+/), end].join('\n'),
	);
}
