import type { PostgresWording } from './PostgresWording';

/** What is wrong with a Postgres, as the end of a sentence, and what helps. */
export type PostgresProblem = [problem: string, advice: string];

type ToProblem = (wording: PostgresWording) => PostgresProblem;

const UNKNOWN_AUTHORITY: ToProblem = ({ verified, unverified }) => [
	'shows a certificate that no known authority has signed',
	`${verified} ${unverified}`,
];
const EXPIRED: ToProblem = () => [
	'shows a certificate that is not valid at this time',
	'Renew the certificate of the Postgres server (and the one of its authority that n8n was given, if there is one), and check the clocks of both machines.',
];
const OTHER_HOST: ToProblem = ({ otherHost }) => ['shows a certificate that was made for another host', otherHost];
const CERTIFICATE_FILE: ToProblem = ({ certificates }) => [
	'cannot be asked: a certificate file that its URL names cannot be read',
	certificates,
];
const CERTIFICATE_TEXT: ToProblem = ({ certificates }) => ['cannot be asked: a certificate that it was given is none', certificates];

/** Whatever else is wrong with the encryption. */
export const OTHER_TLS_PROBLEM: ToProblem = ({ withoutTls, verified, unverified }) => [
	'refuses the connection because of TLS',
	`${withoutTls} where the server does not encrypt. Else: ${verified} ${unverified}`,
];

// The driver reads no other files than those that sslrootcert, sslcert and sslkey name.
const UNREADABLE = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM']);

// Codes of Node's TLS (https://nodejs.org/api/tls.html#x509-certificate-error-codes, read 2026-11-26).
const BY_CODE: Record<string, ToProblem> = {
	DEPTH_ZERO_SELF_SIGNED_CERT: UNKNOWN_AUTHORITY,
	SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_AUTHORITY,
	UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_AUTHORITY,
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_AUTHORITY,
	CERT_SIGNATURE_FAILURE: UNKNOWN_AUTHORITY,
	CERT_HAS_EXPIRED: EXPIRED,
	CERT_NOT_YET_VALID: EXPIRED,
	ERR_TLS_CERT_ALTNAME_INVALID: OTHER_HOST,
	ERR_OSSL_PEM_NO_START_LINE: CERTIFICATE_TEXT,
	ERR_OSSL_PEM_BAD_BASE64_DECODE: CERTIFICATE_TEXT,
	ERR_OSSL_PEM_BAD_END_LINE: CERTIFICATE_TEXT,
};

// The driver and the server have no codes for these.
const BY_MESSAGE: Array<[RegExp, ToProblem]> = [
	[
		/does not support SSL/i,
		({ withoutTls }) => [
			'takes no encrypted connections',
			`${withoutTls}, or turn on ssl in the settings of the Postgres server.`,
		],
	],
	[
		/no pg_hba\.conf entry.*(no encryption|SSL off)/i,
		({ verified, unverified }) => ['takes encrypted connections only', `${verified} ${unverified}`],
	],
	[/PEM routines/i, CERTIFICATE_TEXT],
];

/**
 * Says what is wrong with the encryption of a connection, and which setting works.
 *
 * **WARNING:** `pg` 8 takes sslmode=require, prefer and verify-ca for verify-full, unlike every other program that reads a
 * Postgres URL, unless `uselibpqcompat=true` stands beside it: never advise one of them alone.
 *
 * @param error - what the driver or the server reported
 * @param wording - how the settings are called where they were entered
 * @returns undefined when it is about something else
 * @see https://github.com/brianc/node-postgres/tree/master/packages/pg-connection-string "TCP Connections" (read 2026-11-26)
 */
export function findTlsProblem(
	error: { code?: string; message?: string; syscall?: string },
	wording: PostgresWording,
): PostgresProblem | undefined {
	const { code = '', message = '', syscall } = error;
	if (syscall === 'open' && UNREADABLE.has(code)) return CERTIFICATE_FILE(wording);
	const toProblem = BY_CODE[code] ?? BY_MESSAGE.find(([words]) => words.test(message))?.[1];
	return toProblem?.(wording);
}
