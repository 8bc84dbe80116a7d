/**
 * Lists sessions by their newest message and sends by their person, and keeps the opt-outs of people who are forgotten.
 *
 * @param schema - the quoted name of the Postgres schema that holds the tables
 */
export function postgresRegisterMigration(schema: string): string {
	return `
		-- The number of the business last: it is compared within the index.
		CREATE INDEX sessions_by_last_inbound ON ${schema}.sessions (last_inbound_at_ms, session_id, phone_number_id)
			WHERE last_inbound_at_ms IS NOT NULL;
		CREATE INDEX sends_to_bsuid ON ${schema}.sends (bsuid, phone_number_id, sent_at_ms) WHERE bsuid IS NOT NULL;
		CREATE INDEX sends_to_wa_id ON ${schema}.sends (wa_id, phone_number_id, sent_at_ms) WHERE wa_id IS NOT NULL;

		-- One for each account that has forgotten somebody.
		CREATE TABLE ${schema}.forgetting_keys (
			business_account_id text PRIMARY KEY,
			key text NOT NULL
		);
		-- Keyed digests of names: whoever has the table alone learns no name from it.
		CREATE TABLE ${schema}.forgotten_opt_outs (
			business_account_id text NOT NULL,
			digest text NOT NULL,
			category text NOT NULL,
			at_ms bigint NOT NULL,
			PRIMARY KEY (business_account_id, digest, category)
		);
		`;
}
