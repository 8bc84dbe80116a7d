import { SessionStoreError } from '../SessionStoreError';
import { findTlsProblem, OTHER_TLS_PROBLEM, type PostgresProblem } from './findTlsProblem';
import { POSTGRES_WORDINGS, type PostgresWording } from './PostgresWording';

/** Where the statements are that an administrator runs for a user that may not make tables. */
const SCHEMA_PAGE =
	'https://github.com/whatsapp-session/n8n-nodes-whatsapp-session/blob/main/docs/postgres-schema.sql';

type ToProblem = (wording: PostgresWording) => PostgresProblem;

const UNREACHABLE: ToProblem = ({ place }) => [
	'cannot be reached',
	`Check ${place}, that the server runs, and that this machine may connect to it.`,
];
const LOST: ToProblem = () => [
	'has ended the connection',
	'Try again: what is recorded twice counts once. If it happens often, look into the log of the Postgres server.',
];
const STARTING: ToProblem = () => ['is starting or stopping', 'Try again in a moment.'];
const FOREIGN: ToProblem = () => [
	'holds tables of another program, or of somebody who changed them, in the schema whatsapp_session, so they were not touched',
	'Rename that schema (ALTER SCHEMA whatsapp_session RENAME TO …), or use another database.',
];
const NOT_MADE: ToProblem = ({ place }) => [
	'has ended the connection before it was made',
	`Check ${place}: something else than Postgres may listen there, or a proxy that does not reach it. Else look into the log of the Postgres server.`,
];
const NO_LOGIN: ToProblem = ({ login }) => ['refuses the user or the password', `Check ${login}.`];

// SQLSTATE codes (https://www.postgresql.org/docs/current/errcodes-appendix.html) and codes of Node's sockets.
const BY_CODE: Record<string, ToProblem> = {
	ECONNREFUSED: UNREACHABLE,
	ENOTFOUND: UNREACHABLE,
	EAI_AGAIN: UNREACHABLE,
	EHOSTUNREACH: UNREACHABLE,
	ENETUNREACH: UNREACHABLE,
	ETIMEDOUT: UNREACHABLE,
	ECONNRESET: LOST,
	EPIPE: LOST,
	'57P01': LOST,
	'57P02': LOST,
	'57P03': STARTING,
	'28P01': NO_LOGIN,
	'28000': ({ login }) => [
		'does not let the user in',
		`Check ${login}, and that pg_hba.conf of the server has an entry for this user, database and machine.`,
	],
	'3D000': ({ database }) => ['does not exist', `Create the database, or correct ${database}.`],
	'42501': () => [
		'does not give its user enough rights',
		`Grant CREATE on the database, or have an administrator run ${SCHEMA_PAGE}, which makes the tables and gives the rights to use them.`,
	],
	'42P01': FOREIGN,
	'42P07': FOREIGN,
	'42703': FOREIGN,
	'42804': FOREIGN,
	'53100': () => ['cannot be written: the disk is full', 'Free some space on the Postgres server.'],
	'53200': () => ['is out of memory', 'Give the Postgres server more memory, or lower its work_mem and max_connections.'],
	'53300': () => [
		'has no connection to spare',
		'Raise max_connections of the server, put a pooler such as PgBouncer before it, or run fewer n8n processes; each uses up to 5.',
	],
	'25006': () => ['is read-only', 'Give the address of the primary server, not of a replica.'],
	'55P03': () => [
		'is locked: another transaction has kept a row for 20 seconds (lock_timeout)',
		'Look for a long transaction on the Postgres server, in pg_stat_activity.',
	],
	'57014': () => [
		'took more than 30 seconds for a statement (statement_timeout)',
		'Look for a long transaction, missing statistics (run ANALYZE) or too little memory on the Postgres server.',
	],
	'25P03': () => [
		'has ended a transaction in which n8n said nothing for a minute (idle_in_transaction_session_timeout)',
		'Nothing of it was recorded. Look for what keeps this n8n process from working: too little memory, or a Code node that computes for minutes.',
	],
};

// The driver gives its own failures no code, and a pooler all of its own one and the same (08P01).
const BY_MESSAGE: Array<[RegExp, ToProblem]> = [
	[/query read timeout/i, () => ['did not answer a statement within a minute', 'Look for a long transaction, or too little memory, on the Postgres server.']],
	[/password authentication failed|no such user|auth_query|SCRAM|SASL/i, NO_LOGIN],
	[/no such database/i, (wording) => BY_CODE['3D000']!(wording)],
	[/unsupported startup parameter/i, () => [
		'is behind a pooler that refuses a setting',
		"Remove what follows the question mark in the Postgres URL, or allow it in ignore_startup_parameters of PgBouncer.",
	]],
	[/query_wait_timeout|no more connections allowed|client_login_timeout/i, () => [
		'is behind a pooler that had no connection to give',
		'Raise default_pool_size or max_client_conn of PgBouncer, or run fewer n8n processes; each uses up to 5.',
	]],
	[/server_login_retry|server conn crashed|pgbouncer cannot connect|server_login_failed/i, () => [
		'is behind a pooler that cannot reach it',
		'Look into the log of the pooler, and whether the Postgres server runs.',
	]],
	[/URI malformed|Invalid URL/i, () => [
		'cannot be asked: its URL cannot be read',
		"Write special characters of the password as percent codes, for example %25 for %. Or choose Postgres as the session store, where the password has a field of its own.",
	]],
	[/timeout|timed out/i, UNREACHABLE],
	[/connection terminated|not queryable/i, LOST],
	[/SSL|certificate/i, OTHER_TLS_PROBLEM],
];

const OTHER: ToProblem = () => ['cannot be used', 'See the cause for what Postgres reports.'];

/** What an error is about. */
export interface PostgresCircumstances {
	/** The database as people name it, without user and password. */
	where: string;
	/** How its settings are called where they were entered. */
	wording?: PostgresWording;
	/** True before a connection is there: until then nobody knows that it is a Postgres. */
	isConnecting?: boolean;
}

/**
 * Says what went wrong with the Postgres store, and what to do about it.
 *
 * @param error - what the driver or the server reported; becomes the cause
 */
export function toPostgresStoreError(
	error: unknown,
	{ where, wording = POSTGRES_WORDINGS.url, isConnecting = false }: PostgresCircumstances,
): SessionStoreError {
	if (error instanceof SessionStoreError) return error;
	const failure = (error ?? {}) as { code?: string; message?: string; syscall?: string };
	// First: the server gives a refusal for want of encryption the code of a wrong password.
	const [problem, advice] = findTlsProblem(failure, wording) ?? toProblem(failure, isConnecting)(wording);
	return new SessionStoreError(`The session store in Postgres (${where}) ${problem}.`, { advice, cause: error });
}

function toProblem({ code = '', message = '' }: { code?: string; message?: string }, isConnecting: boolean): ToProblem {
	const known = BY_CODE[code] ?? BY_MESSAGE.find(([words]) => words.test(message))?.[1] ?? OTHER;
	return isConnecting && known === LOST ? NOT_MADE : known;
}
