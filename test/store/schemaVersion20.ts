import { postgresMigrations } from '../../nodes/shared/store/postgres/postgresMigrations';
import { SQLITE_MIGRATIONS } from '../../nodes/shared/store/sqlite/sqliteMigrations';

const NOON_MS = Date.UTC(2026, 10, 22, 12);
/** Two that arrived within one hour, one of another number, and one that was only sent, of which nobody said a price. */
const usageOf = (schema: string) => `
	INSERT INTO ${schema}message_usage (message_digest, phone_number_id, sent_at_ms, delivered_at_ms, category, price_type, billable) VALUES
		('a', '1', ${NOON_MS}, ${NOON_MS + 1}, 'marketing', 'regular', 1),
		('b', '1', ${NOON_MS + 2}, ${NOON_MS + 3}, 'marketing', 'regular', 1),
		('c', '2', ${NOON_MS}, ${NOON_MS + 1}, 'service', 'free_customer_service', 0),
		('d', '1', ${NOON_MS}, NULL, NULL, NULL, NULL);`;

/** An embedded store of version 20 with messages that were sent. */
export const SQLITE_STORE_20 = `
	${SQLITE_MIGRATIONS.slice(0, 20).join('\n')}
	${usageOf('')}
	PRAGMA application_id = ${0x57415373};
	PRAGMA user_version = 20;
`;

/** The same of the Postgres store. */
export function postgresStore20(schema: string): string {
	return `
	CREATE SCHEMA ${schema};
	CREATE TABLE ${schema}.schema_version (version integer NOT NULL);
	INSERT INTO ${schema}.schema_version VALUES (20);
	${postgresMigrations(schema).slice(0, 20).join('\n')}
	${usageOf(`${schema}.`)}
	`;
}
