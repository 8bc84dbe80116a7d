/**
 * Who answers a person; see `SQLITE_CONVERSATIONS_MIGRATION`.
 *
 * @param schema - the quoted name of the Postgres schema that holds the tables
 */
export function postgresConversationsMigration(schema: string): string {
	return `
		ALTER TABLE ${schema}.sessions ADD COLUMN conversation text;
		ALTER TABLE ${schema}.sessions ADD COLUMN conversation_at_ms bigint;
		CREATE INDEX sessions_by_conversation ON ${schema}.sessions (conversation_at_ms) WHERE conversation_at_ms IS NOT NULL;
	`;
}
