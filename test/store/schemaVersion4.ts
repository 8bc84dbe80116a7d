import { postgresStore3, SQLITE_STORE_3 } from './schemaVersion3';

/** An embedded store of version 4, brought there from version 3 by the step as it was released; files with it are out there. */
export const SQLITE_STORE_4 = `
	${SQLITE_STORE_3}
	CREATE TABLE media (
		business_account_id TEXT NOT NULL,
		phone_number_id TEXT NOT NULL,
		sha256 TEXT NOT NULL,
		mime_type TEXT NOT NULL,
		media_id TEXT NOT NULL,
		expires_at_ms INTEGER NOT NULL,
		PRIMARY KEY (sha256, mime_type, phone_number_id, business_account_id)
	) STRICT, WITHOUT ROWID;
	CREATE INDEX media_by_expiry ON media (expires_at_ms);
	PRAGMA user_version = 4;
	${dataOfSchema4('')}
`;

/** The same of the Postgres store. */
export function postgresStore4(schema: string): string {
	return `
	${postgresStore3(schema)}
	CREATE TABLE ${schema}.media (
		business_account_id text NOT NULL,
		phone_number_id text NOT NULL,
		sha256 text NOT NULL,
		mime_type text NOT NULL,
		media_id text NOT NULL,
		expires_at_ms bigint NOT NULL,
		PRIMARY KEY (sha256, mime_type, phone_number_id, business_account_id)
	);
	CREATE INDEX media_by_expiry ON ${schema}.media (expires_at_ms);
	UPDATE ${schema}.schema_version SET version = 4;
	${dataOfSchema4(`${schema}.`)}
	`;
}

/** Something in every table that version 3 did not have. */
function dataOfSchema4(schema: string): string {
	return `
	INSERT INTO ${schema}media (business_account_id, phone_number_id, sha256, mime_type, media_id, expires_at_ms)
	VALUES ('another waba', '1', 'b', 'image/png', '12', 1795348800004);`;
}
