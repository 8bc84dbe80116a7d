import { postgresMigrations } from './postgresMigrations';
import { quoteName } from './quoteName';

/**
 * Writes the statements that make the tables of the store or bring them up to date, whatever version they have, for an administrator who
 * runs them in place of n8n.
 *
 * @param schema - name of the Postgres schema that holds the tables, one that needs no quotes
 * @param user - name of the user that n8n connects as, one that needs no quotes
 */
export function postgresSchemaScript(schema: string, user: string): string {
	return [
		`-- The tables of n8n-nodes-whatsapp-session, for a user that may not make them: run it as an administrator of the database,`,
		`--   psql --single-transaction --set ON_ERROR_STOP=1 --file postgres-schema.sql "postgresql://…"`,
		`-- before n8n starts, and once more with each new version of the package. What is up to date already is left as it is.`,
		`-- Put the user that n8n connects as in place of ${user} in the last lines.`,
		'',
		// Held until the transaction ends: an n8n that may make the tables waits meanwhile.
		`SELECT pg_advisory_xact_lock(hashtext('whatsapp-session'), hashtext('${quoteName(schema)}'));`,
		`CREATE SCHEMA IF NOT EXISTS ${schema};`,
		`CREATE TABLE IF NOT EXISTS ${schema}.schema_version (version integer NOT NULL);`,
		`INSERT INTO ${schema}.schema_version SELECT 0 WHERE NOT EXISTS (SELECT FROM ${schema}.schema_version);`,
		...postgresMigrations(schema).map((migration, index) => toStep(schema, migration, index + 1)),
		'',
		`GRANT USAGE ON SCHEMA ${schema} TO ${user};`,
		`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${user};`,
		`GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${schema} TO ${user};`,
		'',
	].join('\n');
}

function toStep(schema: string, migration: string, version: number): string {
	return [
		'',
		'DO $step$ BEGIN',
		`IF (SELECT version FROM ${schema}.schema_version) >= ${version} THEN RETURN; END IF;`,
		dedent(migration),
		`UPDATE ${schema}.schema_version SET version = ${version};`,
		'END $step$;',
	].join('\n');
}

/** The steps stand in the code as deep as their functions. */
function dedent(text: string): string {
	const lines = text.trimEnd().split('\n').filter((line, index) => index > 0 || line.trim() !== '');
	const depth = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length));
	return lines.map((line) => line.slice(depth).trimEnd()).join('\n');
}
