import { SessionStoreError } from '../SessionStoreError';

/**
 * Names a database without its secrets, for messages: `host:port/database`.
 *
 * @throws {SessionStoreError} when the text is not a Postgres URL; the text itself is not repeated, it holds a password
 */
export function describePostgresUrl(url: string): string {
	const parsed = URL.canParse(url) ? new URL(url) : undefined;
	if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol)) {
		throw new SessionStoreError("The 'Postgres URL' of the session store is not a URL.", {
			advice:
				'Write it as postgresql://user:password@host:5432/database, and special characters in the password as percent codes, for example %23 for #.',
		});
	}
	return `${parsed.hostname || 'localhost'}:${parsed.port || '5432'}${parsed.pathname === '/' ? '' : parsed.pathname}`;
}
