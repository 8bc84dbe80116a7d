/**
 * How a connection is encrypted:
 *
 * - `off`: it is not;
 * - `verified`: the certificate has to be signed by a known authority, and made for the host;
 * - `unverified`: whoever answers is believed.
 */
export type PostgresTls = 'off' | 'verified' | 'unverified';

/** A Postgres database in parts, so that no address with a password in it has to be written. */
export interface PostgresServer {
	/** Where the parts were entered, so that messages name the setting: the credential, or the environment of n8n. */
	setIn: 'credential' | 'environment';
	host: string;
	port: number;
	database: string;
	user: string;
	/** Never shown in an error. */
	password: string;
	tls: PostgresTls;
	/** PEM text of the authority that signed the server's certificate; undefined stands for the public ones. */
	ca?: string;
	/** PEM text of the certificate that n8n shows; undefined where it shows none. */
	cert?: string;
	/** PEM text of the key of that certificate. */
	key?: string;
}

/** A Postgres database as `postgresql://user:password@host:port/database`, or in parts. */
export type PostgresAddress = string | PostgresServer;
