import { dataOfSchema1, postgresSchema1, SQLITE_SCHEMA_1 } from './schemaVersion1';

/** An embedded store of version 2, brought there from version 1 by the step as it was released; files with it are out there. */
export const SQLITE_STORE_2 = `
	${SQLITE_SCHEMA_1}
	${dataOfSchema1('')};
	ALTER TABLE sessions ADD COLUMN renamed_at_ms INTEGER;
	ALTER TABLE received_messages RENAME TO received_events;
	ALTER TABLE received_events RENAME COLUMN message_id TO event_id;
	ALTER TABLE received_events ADD COLUMN leased_by TEXT;
	ALTER TABLE received_events ADD COLUMN leased_until_ms INTEGER;
	DROP INDEX received_messages_by_age;
	CREATE INDEX received_events_by_age ON received_events (received_at_ms);

	DELETE FROM consent_entries WHERE entry_id NOT IN (
		SELECT min(entry_id) FROM consent_entries
		GROUP BY business_account_id, bsuid, wa_id, category, state, at_ms, source, evidence);
	CREATE UNIQUE INDEX consent_entries_once ON consent_entries (
		business_account_id, coalesce(bsuid, ''), coalesce(wa_id, ''), category, state, at_ms, source, evidence);

	CREATE TABLE renamings (
		business_account_id TEXT NOT NULL,
		previous_bsuid TEXT,
		previous_wa_id TEXT,
		bsuid TEXT,
		wa_id TEXT,
		at_ms INTEGER NOT NULL,
		evidence TEXT NOT NULL,
		CHECK (previous_bsuid IS NOT NULL OR previous_wa_id IS NOT NULL),
		CHECK (bsuid IS NOT NULL OR wa_id IS NOT NULL)
	) STRICT;
	CREATE UNIQUE INDEX renamings_once ON renamings (
		business_account_id, evidence, at_ms, coalesce(previous_bsuid, ''), coalesce(previous_wa_id, ''),
		coalesce(bsuid, ''), coalesce(wa_id, ''));
	CREATE INDEX renamings_by_bsuid ON renamings (previous_bsuid, business_account_id) WHERE previous_bsuid IS NOT NULL;
	CREATE INDEX renamings_by_wa_id ON renamings (previous_wa_id, business_account_id) WHERE previous_wa_id IS NOT NULL;
	CREATE INDEX renamings_by_age ON renamings (at_ms);

	ALTER TABLE sends ADD COLUMN price TEXT;
	ALTER TABLE sends ADD COLUMN origin TEXT;
	ALTER TABLE early_statuses ADD COLUMN price TEXT;
	ALTER TABLE early_statuses ADD COLUMN business_account_id TEXT;
	PRAGMA user_version = 2;
	${dataOfSchema2('')}
`;

/** The same of the Postgres store. */
export function postgresStore2(schema: string): string {
	return `
	${postgresSchema1(schema)}
	${dataOfSchema1(`${schema}.`)};
	ALTER TABLE ${schema}.sessions ADD COLUMN renamed_at_ms bigint;
	ALTER TABLE ${schema}.received_messages RENAME TO received_events;
	ALTER TABLE ${schema}.received_events RENAME COLUMN message_id TO event_id;
	ALTER TABLE ${schema}.received_events ADD COLUMN leased_by text, ADD COLUMN leased_until_ms bigint;
	ALTER INDEX ${schema}.received_messages_pkey RENAME TO received_events_pkey;
	ALTER INDEX ${schema}.received_messages_by_age RENAME TO received_events_by_age;

	DELETE FROM ${schema}.consent_entries WHERE entry_id NOT IN (
		SELECT min(entry_id) FROM ${schema}.consent_entries
		GROUP BY business_account_id, bsuid, wa_id, category, state, at_ms, source, evidence);
	CREATE UNIQUE INDEX consent_entries_once ON ${schema}.consent_entries (
		business_account_id, coalesce(bsuid, ''), coalesce(wa_id, ''), category, state, at_ms,
		hashtextextended(source, 0), hashtextextended(evidence, 0));

	CREATE TABLE ${schema}.renamings (
		business_account_id text NOT NULL,
		previous_bsuid text,
		previous_wa_id text,
		bsuid text,
		wa_id text,
		at_ms bigint NOT NULL,
		evidence text NOT NULL,
		CHECK (previous_bsuid IS NOT NULL OR previous_wa_id IS NOT NULL),
		CHECK (bsuid IS NOT NULL OR wa_id IS NOT NULL)
	);
	CREATE UNIQUE INDEX renamings_once ON ${schema}.renamings (
		business_account_id, evidence, at_ms, coalesce(previous_bsuid, ''), coalesce(previous_wa_id, ''),
		coalesce(bsuid, ''), coalesce(wa_id, ''));
	CREATE INDEX renamings_by_bsuid ON ${schema}.renamings (previous_bsuid, business_account_id)
		WHERE previous_bsuid IS NOT NULL;
	CREATE INDEX renamings_by_wa_id ON ${schema}.renamings (previous_wa_id, business_account_id)
		WHERE previous_wa_id IS NOT NULL;
	CREATE INDEX renamings_by_age ON ${schema}.renamings (at_ms);

	ALTER TABLE ${schema}.sends ADD COLUMN price text, ADD COLUMN origin text;
	ALTER TABLE ${schema}.early_statuses ADD COLUMN price text, ADD COLUMN business_account_id text;
	UPDATE ${schema}.schema_version SET version = 2;
	${dataOfSchema2(`${schema}.`)}
	`;
}

/** Something in every table and column that version 1 did not have. */
function dataOfSchema2(schema: string): string {
	return `
	INSERT INTO ${schema}sessions (phone_number_id, bsuid, last_inbound_at_ms, renamed_at_ms)
	VALUES ('1', 'US.3', 1795348800001, 1795348800007);
	INSERT INTO ${schema}received_events (receiver, event_id, received_at_ms, leased_by, leased_until_ms)
	VALUES ('trigger', 'under way', 1795348800000, 'another delivery', 1795348860000);
	INSERT INTO ${schema}renamings (business_account_id, previous_wa_id, wa_id, at_ms, evidence)
	VALUES ('waba', '8', '9', 1795348800005, 'wamid.5');
	INSERT INTO ${schema}sends (send_once_key, phone_number_id, wa_id, sent_as, state, claimed_at_ms, message_id,
		sent_at_ms, status, status_at_ms, error_codes, price, origin)
	VALUES ('priced', '1', '7', 'template', 'sent', 1795348800000, 'wamid.3', 1795348800001, 'sent', 1795348800002, '[]',
			'{"category":"utility"}', '{"nodeName":"Remind"}'),
		('stopped', '1', '7', 'template', 'claimed', 1795348800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
	INSERT INTO ${schema}early_statuses (message_id, status, at_ms, error_codes, price, business_account_id)
	VALUES ('wamid.4', 'failed', 1795348800002, '[131050]', '{"category":"marketing"}', 'waba');`;
}
