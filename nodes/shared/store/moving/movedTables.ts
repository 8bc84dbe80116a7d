type ColumnType = 'text' | 'bigint' | 'boolean';

/** A table as it is read page by page, and what tells its rows apart. */
export interface MovedTable {
	/** What its pages are ordered by: columns, or expressions with their type; never null. */
	key: ReadonlyArray<readonly [expression: string, type: ColumnType]>;
	/** What a row of it says, without numbers that each database gives itself. */
	columns: Readonly<Record<string, ColumnType>>;
}

const PERSON = { bsuid: 'text', wa_id: 'text' } as const;
const instants = <Name extends string>(...names: Name[]) =>
	Object.fromEntries(names.map((name) => [name, 'bigint'])) as Record<Name, 'bigint'>;
const texts = <Name extends string>(...names: Name[]) => Object.fromEntries(names.map((name) => [name, 'text'])) as Record<Name, 'text'>;

/**
 * Every table that is moved from one store into another, in an order in which nothing is ever less strict than where it came from: opt-outs
 * first, people last.
 */
export const MOVED_TABLES = {
	forgetting_keys: { key: [['business_account_id', 'text']], columns: texts('business_account_id', 'key') },
	forgotten_opt_outs: {
		key: [['business_account_id', 'text'], ['digest', 'text'], ['category', 'text']],
		columns: { ...texts('business_account_id', 'digest', 'category'), at_ms: 'bigint' },
	},
	consent_entries: {
		key: [['entry_id', 'bigint']],
		columns: { ...texts('business_account_id', 'category', 'state', 'source', 'evidence', 'wording'), ...PERSON, at_ms: 'bigint' },
	},
	sends: {
		key: [['send_once_key', 'text']],
		columns: {
			...texts('send_once_key', 'send_group', 'person_bsuid', 'person_wa_id', 'claim_id', 'phone_number_id', 'sent_as', 'state', 'origin'),
			...PERSON,
			...texts('message_id', 'status', 'error_codes', 'price', 'business_account_id', 'template_category', 'counts_as'),
			...instants('claimed_at_ms', 'sent_at_ms', 'status_at_ms'),
		},
	},
	early_statuses: {
		key: [['message_id', 'text']],
		columns: { ...texts('message_id', 'status', 'error_codes', 'price', 'business_account_id'), at_ms: 'bigint' },
	},
	answer_waits: {
		key: [['wait_id', 'text']],
		columns: {
			...texts('wait_id', 'resume_url', 'phone_number_id', 'instance_id', 'execution_id', 'state', 'answered_by', 'claimed_by'),
			...PERSON,
			...instants('asked_at_ms', 'waits_since_ms', 'gives_up_at_ms', 'claimed_until_ms', 'tries', 'tried_since_ms'),
			takes_gestures: 'boolean',
		},
	},
	store_events: {
		key: [['receiver', 'text'], ['kind', 'text'], ['subject', 'text']],
		columns: { ...texts('receiver', 'kind', 'subject'), ...instants('found_at_ms', 'leased_until_ms') },
	},
	outbox: {
		key: [['outbox_key', 'text']],
		columns: {
			...texts('outbox_key', 'label', 'business_account_id', 'phone_number_id', 'round', 'content', 'state', 'reason', 'message_id', 'leased_by'),
			...PERSON,
			...instants('kept_at_ms', 'expires_at_ms', 'due_at_ms', 'settled_at_ms', 'leased_until_ms'),
		},
	},
	asked_messages: { key: [['message_id', 'text'], ['wait_id', 'text']], columns: texts('message_id', 'wait_id') },
	received_events: {
		key: [['receiver', 'text'], ['event_id', 'text']],
		columns: { ...texts('receiver', 'event_id', 'leased_by'), ...instants('received_at_ms', 'acknowledged_at_ms', 'leased_until_ms') },
	},
	template_changes: {
		key: [['business_account_id', 'text'], ['template_id', 'text']],
		columns: { ...texts('business_account_id', 'template_id'), at_ms: 'bigint' },
	},
	media: {
		key: [['sha256', 'text'], ['mime_type', 'text'], ['phone_number_id', 'text'], ['business_account_id', 'text']],
		columns: { ...texts('sha256', 'mime_type', 'phone_number_id', 'business_account_id', 'media_id'), expires_at_ms: 'bigint' },
	},
	message_usage: {
		key: [['message_digest', 'text']],
		columns: { ...texts('message_digest', 'phone_number_id', 'category', 'price_type'), ...instants('sent_at_ms', 'delivered_at_ms', 'billable') },
	},
	sessions: {
		key: [['session_id', 'bigint']],
		columns: {
			phone_number_id: 'text',
			...PERSON,
			...instants('last_inbound_at_ms', 'closed_by_platform_at_ms', 'referral_at_ms', 'answered_at_ms', 'free_said_at_ms', 'free_until_ms'),
			...instants('renamed_at_ms', 'identified_at_ms', 'last_answer_at_ms', 'conversation_at_ms'),
			conversation: 'text',
		},
	},
	renamings: {
		key: [
			['business_account_id', 'text'],
			['evidence', 'text'],
			['at_ms', 'bigint'],
			["coalesce(previous_bsuid, '')", 'text'],
			["coalesce(previous_wa_id, '')", 'text'],
			["coalesce(bsuid, '')", 'text'],
			["coalesce(wa_id, '')", 'text'],
		],
		columns: { ...texts('business_account_id', 'previous_bsuid', 'previous_wa_id', 'evidence'), ...PERSON, at_ms: 'bigint' },
	},
	gatherings: {
		key: [['gathering_id', 'text']],
		columns: {
			...texts('gathering_id', 'receiver', 'phone_number_id', 'messages'),
			...PERSON,
			...instants('began_at_ms', 'due_at_ms'),
			is_closed: 'boolean',
		},
	},
	store_event_watches: {
		key: [['receiver', 'text'], ['kind', 'text']],
		columns: { ...texts('receiver', 'kind'), ...instants('began_at_ms', 'watched_at_ms') },
	},
	closing_watches: { key: [['alarm', 'text']], columns: { alarm: 'text', watched_at_ms: 'bigint' } },
	closing_alarms: {
		key: [['alarm', 'text'], ['last_inbound_at_ms', 'bigint'], ['phone_number_id', 'text'], ['session_id', 'bigint']],
		columns: {
			...texts('alarm', 'phone_number_id', 'batch_id'),
			...PERSON,
			...instants('last_inbound_at_ms', 'session_id', 'leased_until_ms'),
		},
	},
} as const satisfies Record<string, MovedTable>;

export type MovedTableName = keyof typeof MOVED_TABLES;

/** Tables whose rows are found in the other store by their key; the others by the store's own ways. */
export const KEYED_TABLES = [
	'forgetting_keys',
	'forgotten_opt_outs',
	'sends',
	'answer_waits',
	'store_events',
	'outbox',
	'asked_messages',
	'received_events',
	'template_changes',
	'media',
	'message_usage',
	'store_event_watches',
	'closing_watches',
	'closing_alarms',
] as const satisfies MovedTableName[];

export type KeyedTableName = (typeof KEYED_TABLES)[number];
