import { postgresStore2, SQLITE_STORE_2 } from './schemaVersion2';

/** An embedded store of version 3, brought there from version 2 by the step as it was released; files with it are out there. */
export const SQLITE_STORE_3 = `
	${SQLITE_STORE_2}
	CREATE TABLE template_changes (
		business_account_id TEXT NOT NULL,
		template_id TEXT NOT NULL,
		at_ms INTEGER NOT NULL,
		PRIMARY KEY (business_account_id, template_id)
	) STRICT, WITHOUT ROWID;
	CREATE INDEX template_changes_by_age ON template_changes (at_ms);
	PRAGMA user_version = 3;
	${dataOfSchema3('')}
`;

/** The same of the Postgres store. */
export function postgresStore3(schema: string): string {
	return `
	${postgresStore2(schema)}
	CREATE TABLE ${schema}.template_changes (
		business_account_id text NOT NULL,
		template_id text NOT NULL,
		at_ms bigint NOT NULL,
		PRIMARY KEY (business_account_id, template_id)
	);
	CREATE INDEX template_changes_by_age ON ${schema}.template_changes (at_ms);
	UPDATE ${schema}.schema_version SET version = 3;
	${dataOfSchema3(`${schema}.`)}
	`;
}

/** Something in every table and column that version 2 did not have. */
function dataOfSchema3(schema: string): string {
	return `
	INSERT INTO ${schema}template_changes (business_account_id, template_id, at_ms)
	VALUES ('another waba', '2', 1795348800003);`;
}
