/**
 * Keeps messages of a person that follow each other until they become one item.
 *
 * @param schema - the quoted name of the Postgres schema that holds the tables
 */
export function postgresGatheringsMigration(schema: string): string {
	return `
		CREATE TABLE ${schema}.gatherings (
			gathering_id text PRIMARY KEY,
			receiver text NOT NULL,
			phone_number_id text NOT NULL,
			bsuid text,
			wa_id text,
			began_at_ms bigint NOT NULL,
			-- When it is complete; once claimed, when its lease ends.
			due_at_ms bigint NOT NULL,
			is_closed boolean NOT NULL DEFAULT false,
			messages text NOT NULL,
			CHECK (bsuid IS NOT NULL OR wa_id IS NOT NULL)
		);
		CREATE INDEX gatherings_by_due ON ${schema}.gatherings (receiver, due_at_ms);
		CREATE INDEX gatherings_by_age ON ${schema}.gatherings (due_at_ms);
		CREATE INDEX gatherings_by_bsuid ON ${schema}.gatherings (bsuid, phone_number_id) WHERE bsuid IS NOT NULL;
		CREATE INDEX gatherings_by_wa_id ON ${schema}.gatherings (wa_id, phone_number_id) WHERE wa_id IS NOT NULL;
	`;
}
