import { SessionStoreError } from '../SessionStoreError';
import type { PostgresAddress } from './PostgresServer';

/**
 * Names a database without its secrets, for messages: `host:port/database`.
 *
 * @throws {SessionStoreError} when a text is not a Postgres URL; the text itself is not repeated, it holds a password
 */
export function describePostgres(address: PostgresAddress): string {
	if (typeof address !== 'string') return `${address.host}:${address.port}/${address.database}`;
	const parsed = URL.canParse(address) ? new URL(address) : undefined;
	if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol)) {
		throw new SessionStoreError("The 'Postgres URL' of the session store is not a URL.", {
			advice:
				'Write it as postgresql://user:password@host:5432/database, and special characters in the password as percent codes, for example %23 for #. ' +
				"Or choose Postgres as the session store, where the password has a field of its own.",
		});
	}
	return `${parsed.hostname || 'localhost'}:${parsed.port || '5432'}${parsed.pathname === '/' ? '' : parsed.pathname}`;
}
