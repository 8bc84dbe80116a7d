import { postgresStore5, SQLITE_STORE_5 } from './schemaVersion5';

/** An embedded store of version 6, brought there from version 5 by the step as it was released; files with it are out there. */
export const SQLITE_STORE_6 = `
	${SQLITE_STORE_5}
	ALTER TABLE sends ADD COLUMN claim_id TEXT;
	ALTER TABLE sends ADD COLUMN send_group TEXT;
	ALTER TABLE sends ADD COLUMN person_bsuid TEXT;
	ALTER TABLE sends ADD COLUMN person_wa_id TEXT;
	UPDATE sends SET send_group = 'former:' || substr(send_once_key, 5 + instr(substr(send_once_key, 5), ':')),
		person_bsuid = bsuid, person_wa_id = wa_id
		WHERE send_once_key LIKE 'own:%:%';
	CREATE INDEX sends_by_claim ON sends (claim_id) WHERE claim_id IS NOT NULL;
	CREATE INDEX sends_by_bsuid ON sends (person_bsuid, send_group) WHERE person_bsuid IS NOT NULL;
	CREATE INDEX sends_by_wa_id ON sends (person_wa_id, send_group) WHERE person_wa_id IS NOT NULL;
	CREATE INDEX sends_by_status ON sends (phone_number_id, status_at_ms) WHERE status_at_ms IS NOT NULL;
	CREATE INDEX renamings_by_new_bsuid ON renamings (bsuid, business_account_id) WHERE bsuid IS NOT NULL;
	CREATE INDEX renamings_by_new_wa_id ON renamings (wa_id, business_account_id) WHERE wa_id IS NOT NULL;
	PRAGMA user_version = 6;
`;

/** The same of the Postgres store. */
export function postgresStore6(schema: string): string {
	return `
	${postgresStore5(schema)}
	ALTER TABLE ${schema}.sends ADD COLUMN claim_id text, ADD COLUMN send_group text, ADD COLUMN person_bsuid text,
		ADD COLUMN person_wa_id text;
	UPDATE ${schema}.sends SET send_group = 'former:' || substring(send_once_key from '^own:[^:]*:(.*)$'),
		person_bsuid = bsuid, person_wa_id = wa_id
		WHERE send_once_key LIKE 'own:%:%';
	CREATE INDEX sends_by_claim ON ${schema}.sends (claim_id) WHERE claim_id IS NOT NULL;
	CREATE INDEX sends_by_bsuid ON ${schema}.sends (person_bsuid, send_group) WHERE person_bsuid IS NOT NULL;
	CREATE INDEX sends_by_wa_id ON ${schema}.sends (person_wa_id, send_group) WHERE person_wa_id IS NOT NULL;
	CREATE INDEX sends_by_status ON ${schema}.sends (phone_number_id, status_at_ms) WHERE status_at_ms IS NOT NULL;
	CREATE INDEX renamings_by_new_bsuid ON ${schema}.renamings (bsuid, business_account_id) WHERE bsuid IS NOT NULL;
	CREATE INDEX renamings_by_new_wa_id ON ${schema}.renamings (wa_id, business_account_id) WHERE wa_id IS NOT NULL;
	UPDATE ${schema}.schema_version SET version = 6;
	`;
}
