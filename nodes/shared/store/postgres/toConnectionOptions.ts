import type { PostgresAddress, PostgresServer } from './PostgresServer';

/** What the driver is told of a connection. */
type ConnectionOptions =
	| { connectionString: string }
	| (Pick<PostgresServer, 'host' | 'port' | 'database' | 'user'> & { password: string | (() => string); ssl: TlsOptions | false });

interface TlsOptions {
	rejectUnauthorized: boolean;
	ca?: string;
	cert?: string;
	key?: string;
}

/**
 * Says to the driver where a database is and how it is encrypted. Of fields of the credential nothing is left to variables such as `PGPASSWORD`:
 * the password of another database must not go to a server that somebody has named there. The database of n8n gets what n8n would give it, and an
 * address in one text may leave to the variables what it does not say.
 */
export function toConnectionOptions(address: PostgresAddress): ConnectionOptions {
	if (typeof address === 'string') return { connectionString: address };
	const { setIn, host, port, database, user, password } = address;
	// For an empty text the driver takes PGPASSWORD, or what ~/.pgpass says; what a function gives is taken as it is.
	return { host, port, database, user, password: setIn === 'credential' ? () => password : password, ssl: toTlsOptions(address) };
}

function toTlsOptions({ tls, ca, cert, key }: PostgresServer): TlsOptions | false {
	if (tls === 'off') return false;
	return { rejectUnauthorized: tls === 'verified', ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) };
}
