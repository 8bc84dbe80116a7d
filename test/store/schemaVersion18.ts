import { postgresMigrations } from '../../nodes/shared/store/postgres/postgresMigrations';
import { SQLITE_MIGRATIONS } from '../../nodes/shared/store/sqlite/sqliteMigrations';

const NOON_MS = Date.UTC(2026, 10, 22, 12);
const outboxOf = (schema: string) => `
	INSERT INTO ${schema}outbox (outbox_key, label, business_account_id, phone_number_id, wa_id, round, content, kept_at_ms, expires_at_ms, due_at_ms)
	VALUES ('kept', 'own', 'waba', '1', '15551234567', 'kept', '{}', ${NOON_MS}, ${NOON_MS + 86_400_000}, ${NOON_MS});`;

/** An embedded store of version 18 with a message in its outbox; files with it are out there. */
export const SQLITE_STORE_18 = `
	${SQLITE_MIGRATIONS.slice(0, 18).join('\n')}
	${outboxOf('')}
	PRAGMA application_id = ${0x57415373};
	PRAGMA user_version = 18;
`;

/** The same of the Postgres store. */
export function postgresStore18(schema: string): string {
	return `
	CREATE SCHEMA ${schema};
	CREATE TABLE ${schema}.schema_version (version integer NOT NULL);
	INSERT INTO ${schema}.schema_version VALUES (18);
	${postgresMigrations(schema).slice(0, 18).join('\n')}
	${outboxOf(`${schema}.`)}
	`;
}
