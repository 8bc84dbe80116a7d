import { postgresStore4, SQLITE_STORE_4 } from './schemaVersion4';

/** An embedded store of version 5, brought there from version 4 by the step as it was released; files with it are out there. */
export const SQLITE_STORE_5 = `
	${SQLITE_STORE_4}
	CREATE TABLE answer_waits (
		question_id TEXT NOT NULL,
		resume_url TEXT NOT NULL,
		phone_number_id TEXT NOT NULL,
		bsuid TEXT,
		wa_id TEXT,
		instance_id TEXT NOT NULL,
		execution_id TEXT NOT NULL,
		asked_at_ms INTEGER NOT NULL,
		gives_up_at_ms INTEGER NOT NULL,
		state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'continued', 'gone')),
		answered_by TEXT,
		claimed_by TEXT,
		claimed_until_ms INTEGER,
		PRIMARY KEY (question_id, resume_url),
		CHECK (bsuid IS NOT NULL OR wa_id IS NOT NULL)
	) STRICT, WITHOUT ROWID;
	CREATE INDEX answer_waits_by_bsuid ON answer_waits (bsuid, phone_number_id) WHERE bsuid IS NOT NULL AND state = 'open';
	CREATE INDEX answer_waits_by_wa_id ON answer_waits (wa_id, phone_number_id) WHERE wa_id IS NOT NULL AND state = 'open';
	CREATE INDEX answer_waits_by_answer ON answer_waits (answered_by) WHERE answered_by IS NOT NULL;
	CREATE INDEX answer_waits_by_end ON answer_waits (gives_up_at_ms);
	PRAGMA user_version = 5;
	${dataOfSchema5('')}
`;

/** The same of the Postgres store. */
export function postgresStore5(schema: string): string {
	return `
	${postgresStore4(schema)}
	CREATE TABLE ${schema}.answer_waits (
		question_id text NOT NULL,
		resume_url text NOT NULL,
		phone_number_id text NOT NULL,
		bsuid text,
		wa_id text,
		instance_id text NOT NULL,
		execution_id text NOT NULL,
		asked_at_ms bigint NOT NULL,
		gives_up_at_ms bigint NOT NULL,
		state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'continued', 'gone')),
		answered_by text,
		claimed_by text,
		claimed_until_ms bigint,
		PRIMARY KEY (question_id, resume_url),
		CHECK (bsuid IS NOT NULL OR wa_id IS NOT NULL)
	);
	CREATE INDEX answer_waits_by_bsuid ON ${schema}.answer_waits (bsuid, phone_number_id)
		WHERE bsuid IS NOT NULL AND state = 'open';
	CREATE INDEX answer_waits_by_wa_id ON ${schema}.answer_waits (wa_id, phone_number_id)
		WHERE wa_id IS NOT NULL AND state = 'open';
	CREATE INDEX answer_waits_by_answer ON ${schema}.answer_waits (answered_by) WHERE answered_by IS NOT NULL;
	CREATE INDEX answer_waits_by_end ON ${schema}.answer_waits (gives_up_at_ms);
	UPDATE ${schema}.schema_version SET version = 5;
	${dataOfSchema5(`${schema}.`)}
	`;
}

/** Waits in every state, two executions that wait for one message among them, people under numbers of older plans, and keys of the builder's own as they were written until then. */
function dataOfSchema5(schema: string): string {
	return `
	INSERT INTO ${schema}answer_waits
		(question_id, resume_url, phone_number_id, bsuid, wa_id, instance_id, execution_id, asked_at_ms, gives_up_at_ms, state, answered_by,
		claimed_by, claimed_until_ms)
	VALUES
		('wamid.50', 'url', '1', NULL, '555', 'instance', '7', 1795348800000, 1795435200000, 'open', NULL, NULL, NULL),
		('q5', 'u1', '5', NULL, '15', 'i', '1', 1795348800000, 1795435200000, 'open', NULL, NULL, NULL),
		('q5', 'u2', '5', NULL, '15', 'i', '2', 1795348800001, 1795435200000, 'open', NULL, NULL, NULL),
		('q6', 'u1', '5', 'US.5', NULL, 'i', '1', 1795348800000, 1795435200000, 'continued', 'a6', NULL, NULL),
		('q7', 'u7', '5', NULL, '17', 'i', '7', 1795348800000, 1795435200000, 'open', 'a7', 'd7', 1795348800002);
	INSERT INTO ${schema}sends (send_once_key, phone_number_id, wa_id, sent_as, state, claimed_at_ms, message_id, sent_at_ms)
	VALUES ('own:555:order:7', '1', '555', 'template', 'sent', 1795348800000, 'wamid.51', 1795348800001);
	INSERT INTO ${schema}sends (send_once_key, phone_number_id, bsuid, sent_as, state, claimed_at_ms)
	VALUES ('own:US.5:order:7:part2', '1', 'US.5', 'freeForm', 'unanswered', 1795348800000);
	INSERT INTO ${schema}answer_waits (question_id, resume_url, phone_number_id, wa_id, instance_id, execution_id, asked_at_ms, gives_up_at_ms)
	VALUES ('q-old', 'u-old', '5', '22544080910', 'i', '1', 1795348800000, 1795435200000);
	INSERT INTO ${schema}sessions (phone_number_id, wa_id, last_inbound_at_ms)
	VALUES ('5', '22507080910', 1795348800001), ('5', '22997123456', 1795348800002),
		('5', '22571080910', 1795348800003), ('5', '2250171080910', 1795348800004), ('5', '22560080910', 1795348800005);
	INSERT INTO ${schema}consent_entries (business_account_id, wa_id, category, state, at_ms, source, evidence)
	VALUES ('waba 5', '22507080910', 'marketing', 'optedOut', 1795348800000, 'webhook', 'e5');
	INSERT INTO ${schema}renamings (business_account_id, previous_wa_id, wa_id, at_ms, evidence)
	VALUES ('waba 5', '22997123456', '4915100000005', 1795348800000, 'e5');`;
}
