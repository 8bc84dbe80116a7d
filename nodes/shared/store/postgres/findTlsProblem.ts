/** What is wrong with a Postgres, as the end of a sentence, and what helps. */
export type PostgresProblem = [problem: string, advice: string];

const FILES_ARE = 'The file has to be on the machine that runs n8n, and on every worker.';
const VERIFY =
	'sslmode=verify-full&sslrootcert=/path/to/ca.crt, with the certificate of its authority (or its own, where it signed ' +
	`itself) as a file. ${FILES_ARE}`;
const TRUST = 'In a network that you trust, sslmode=no-verify encrypts without asking whose server it is.';

const UNKNOWN_AUTHORITY: PostgresProblem = [
	'shows a certificate that no known authority has signed',
	`Write into the Postgres URL ${VERIFY} ${TRUST}`,
];
const EXPIRED: PostgresProblem = [
	'shows a certificate that is not valid at this time',
	'Renew the certificate of the Postgres server (and the file after sslrootcert, if there is one), and check the clocks of both machines.',
];
const OTHER_HOST: PostgresProblem = [
	'shows a certificate that was made for another host',
	'Write the host that it was made for into the Postgres URL. To check who signed it and not its host: ' +
		'uselibpqcompat=true&sslmode=verify-ca&sslrootcert=/path/to/ca.crt.',
];

const CERTIFICATE_FILE: PostgresProblem = [
	'cannot be asked: a certificate file that its URL names cannot be read',
	`Correct the path after sslrootcert, sslcert or sslkey in the Postgres URL. ${FILES_ARE}`,
];
// The driver reads no other files than those that sslrootcert, sslcert and sslkey name.
const UNREADABLE = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM']);

/** Whatever else is wrong with the encryption. */
export const OTHER_TLS_PROBLEM: PostgresProblem = [
	'refuses the connection because of TLS',
	`Write into the Postgres URL sslmode=disable where the server does not encrypt, else ${VERIFY} ${TRUST}`,
];

// Codes of Node's TLS (https://nodejs.org/api/tls.html#x509-certificate-error-codes, read 2026-11-26).
const BY_CODE: Record<string, PostgresProblem> = {
	DEPTH_ZERO_SELF_SIGNED_CERT: UNKNOWN_AUTHORITY,
	SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_AUTHORITY,
	UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_AUTHORITY,
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_AUTHORITY,
	CERT_SIGNATURE_FAILURE: UNKNOWN_AUTHORITY,
	CERT_HAS_EXPIRED: EXPIRED,
	CERT_NOT_YET_VALID: EXPIRED,
	ERR_TLS_CERT_ALTNAME_INVALID: OTHER_HOST,
};

// The driver and the server have no codes for these.
const BY_MESSAGE: Array<[RegExp, PostgresProblem]> = [
	[
		/does not support SSL/i,
		[
			'takes no encrypted connections',
			'Write sslmode=disable into the Postgres URL, or turn on ssl in the settings of the Postgres server.',
		],
	],
	[
		/no pg_hba\.conf entry.*(no encryption|SSL off)/i,
		[
			'takes encrypted connections only',
			`Write into the Postgres URL sslmode=verify-full; where the certificate is none of a public authority, ${VERIFY} ${TRUST}`,
		],
	],
];

/**
 * Says what is wrong with the encryption of a connection, and which sslmode works.
 *
 * **WARNING:** `pg` 8 takes sslmode=require, prefer and verify-ca for verify-full, unlike every other program that reads a
 * Postgres URL, unless `uselibpqcompat=true` stands beside it: never advise one of them alone.
 *
 * @param error - what the driver or the server reported
 * @returns undefined when it is about something else
 * @see https://github.com/brianc/node-postgres/tree/master/packages/pg-connection-string "TCP Connections" (read 2026-11-26)
 */
export function findTlsProblem(error: { code?: string; message?: string; syscall?: string }): PostgresProblem | undefined {
	const { code = '', message = '', syscall } = error;
	if (syscall === 'open' && UNREADABLE.has(code)) return CERTIFICATE_FILE;
	return BY_CODE[code] ?? BY_MESSAGE.find(([words]) => words.test(message))?.[1];
}
