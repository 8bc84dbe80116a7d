import type { PostgresAddress, PostgresServer } from './PostgresServer';

/** What the driver is told of a connection. */
type ConnectionOptions =
	| { connectionString: string }
	| (Pick<PostgresServer, 'host' | 'port' | 'database' | 'user' | 'password'> & { ssl: TlsOptions | false });

interface TlsOptions {
	rejectUnauthorized: boolean;
	ca?: string;
	cert?: string;
	key?: string;
}

/** Says to the driver where a database is and how it is encrypted; nothing is left to variables such as `PGHOST` that parts do not say. */
export function toConnectionOptions(address: PostgresAddress): ConnectionOptions {
	if (typeof address === 'string') return { connectionString: address };
	const { host, port, database, user, password } = address;
	return { host, port, database, user, password, ssl: toTlsOptions(address) };
}

function toTlsOptions({ tls, ca, cert, key }: PostgresServer): TlsOptions | false {
	if (tls === 'off') return false;
	return { rejectUnauthorized: tls === 'verified', ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) };
}
