/** Who answers a person: the signs that somebody of the business has taken over, and whether another responder owns the conversation. */
export const SQLITE_CONVERSATIONS_MIGRATION = `
	ALTER TABLE sessions ADD COLUMN conversation TEXT;
	ALTER TABLE sessions ADD COLUMN conversation_at_ms INTEGER;
	CREATE INDEX sessions_by_conversation ON sessions (conversation_at_ms) WHERE conversation_at_ms IS NOT NULL;
`;
