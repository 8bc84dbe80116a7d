import { SessionStoreError } from '../SessionStoreError';
import { findTlsProblem, OTHER_TLS_PROBLEM, type PostgresProblem } from './findTlsProblem';

const UNREACHABLE: PostgresProblem = [
	'cannot be reached',
	'Check host and port in the Postgres URL, that the server runs, and that this machine may connect to it.',
];
const LOST: PostgresProblem = [
	'has ended the connection',
	'Try again; if it happens often, look into the log of the Postgres server.',
];

// SQLSTATE codes (https://www.postgresql.org/docs/current/errcodes-appendix.html) and codes of Node's sockets.
const BY_CODE: Record<string, PostgresProblem> = {
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
	'57P03': ['is starting or stopping', 'Try again in a moment.'],
	'28P01': [
		'refuses the user or the password',
		'Check user and password in the Postgres URL of the WhatsApp Session credential.',
	],
	'28000': [
		'does not let the user in',
		'Check the user in the Postgres URL, and that pg_hba.conf of the server has an entry for this user, database and machine.',
	],
	'3D000': ['does not exist', 'Create the database, or correct its name in the Postgres URL.'],
	'42501': [
		'does not give its user enough rights',
		'Grant CREATE on the database, or have its administrator create a schema of the name whatsapp_session for this user.',
	],
	'53100': ['cannot be written: the disk is full', 'Free some space on the Postgres server.'],
	'53300': ['has no connection to spare', "Raise max_connections of the server, or run fewer n8n workers; each uses up to 5."],
	'25006': ['is read-only', 'Give the address of the primary server, not of a replica.'],
	'55P03': ['is locked', 'Look for a long transaction on the Postgres server.'],
	'57014': ['took too long to answer', 'Look for a long transaction, or too little memory, on the Postgres server.'],
};

/**
 * Says what went wrong with the Postgres store, and what to do about it.
 *
 * @param error - what the driver or the server reported; becomes the cause
 * @param where - the database as people name it, without user and password
 */
export function toPostgresStoreError(error: unknown, where: string): SessionStoreError {
	if (error instanceof SessionStoreError) return error;
	const failure = (error ?? {}) as { code?: string; message?: string; syscall?: string };
	// First: the server gives a refusal for want of encryption the code of a wrong password.
	const [problem, advice] = findTlsProblem(failure) ?? BY_CODE[failure.code ?? ''] ?? byMessage(failure.message ?? '');
	return new SessionStoreError(`The session store in Postgres (${where}) ${problem}.`, { advice, cause: error });
}

/** The driver gives its own failures no code. */
function byMessage(message: string): PostgresProblem {
	if (/timeout|timed out/i.test(message)) return UNREACHABLE;
	if (/connection terminated|not queryable/i.test(message)) return LOST;
	if (/SSL|certificate/i.test(message)) return OTHER_TLS_PROBLEM;
	return ['cannot be used', 'See the cause for what Postgres reports.'];
}
