import { KEYED_TABLES, MOVED_TABLES, type MovedTable, type MovedTableName } from './movedTables';
import type { MovingStatements } from './MovingStatements';

/** What the databases write in different ways. */
export interface MovingDialect {
	/** Names a table. */
	table(name: string): string;
	/** Names a parameter, counted from 1. */
	parameter(position: number, type: string): string;
	/** A list of rows, the first parameter, as something to select from, called `given`. */
	given(columns: Readonly<Record<string, string>>): string;
	/** The rows of a table, called `held`, that are looked up one by one for each row before. */
	lookUp(table: string, condition: string): string;
}

const STATES = `CASE known.state WHEN 'open' THEN 0 WHEN 'ended' THEN 1 ELSE 2 END < CASE excluded.state WHEN 'open' THEN 0 WHEN 'ended' THEN 1 ELSE 2 END`;
const earlier = (column: string) => `${column} = CASE WHEN excluded.${column} < known.${column} THEN excluded.${column} ELSE known.${column} END`;
const all = (columns: string[]) => columns.map((name) => `${name} = excluded.${name}`).join(', ');

/** Words the statements that move rows. Both databases understand the same words but for lists and parameters. */
export function toMovingStatements(dialect: MovingDialect): MovingStatements {
	const table = (name: MovedTableName): MovedTable => MOVED_TABLES[name];
	const page = (name: MovedTableName) => {
		const { key } = table(name);
		const keys = key.map(([expression]) => expression).join(', ');
		const after = key.map(([, type], index) => dialect.parameter(index + 1, type)).join(', ');
		return `SELECT * FROM ${dialect.table(name)} WHERE (${keys}) > (${after}) ORDER BY ${keys} LIMIT ${dialect.parameter(key.length + 1, 'int')}`;
	};
	const find = (name: MovedTableName) => {
		const { key, columns } = table(name);
		const same = key.map(([column]) => `held.${column} = given.${column}`).join(' AND ');
		return `SELECT held.* FROM ${dialect.given(columns)} CROSS JOIN ${dialect.lookUp(dialect.table(name), same)}`;
	};
	const add = (name: MovedTableName, onConflict: string) => {
		const { key, columns } = table(name);
		const names = Object.keys(columns).join(', ');
		const keys = key.map(([column]) => column).join(', ');
		// WHERE true: without it SQLite takes ON CONFLICT for the condition of a join.
		return `INSERT INTO ${dialect.table(name)} AS known (${names}) SELECT ${names} FROM ${dialect.given(columns)} WHERE true ORDER BY ${keys}
			ON CONFLICT (${keys}) DO ${onConflict}`;
	};
	const merge = (name: MovedTableName, change: string) => add(name, `UPDATE SET ${change}`);
	const sendColumns = Object.keys(MOVED_TABLES.sends.columns).filter((name) => name !== 'send_once_key' && !name.startsWith('person_'));
	return {
		...(Object.fromEntries(Object.keys(MOVED_TABLES).map((name) => [`page ${name}`, page(name as MovedTableName)])) as unknown as MovingStatements),
		...(Object.fromEntries(KEYED_TABLES.map((name) => [`find ${name}`, find(name)])) as unknown as MovingStatements),
		mergeSends: merge(
			'sends',
			`${all(sendColumns)}, person_bsuid = coalesce(known.person_bsuid, excluded.person_bsuid),
				person_wa_id = coalesce(known.person_wa_id, excluded.person_wa_id)
			WHERE known.state <> 'sent' AND (excluded.state = 'sent' OR excluded.claimed_at_ms > known.claimed_at_ms
				OR (excluded.state = 'unanswered' AND known.claim_id IS NOT DISTINCT FROM excluded.claim_id))`,
		),
		renameSends: `
			UPDATE ${dialect.table('sends')} SET send_once_key = given.send_once_key
			FROM ${dialect.given({ message_id: 'text', send_once_key: 'text' })} WHERE sends.message_id = given.message_id`,
		mergeAnswerWaits: merge(
			'answer_waits',
			`${all(['state', 'answered_by', 'claimed_by', 'claimed_until_ms', 'tries', 'tried_since_ms'])} WHERE ${STATES}`,
		),
		mergeOutbox: merge(
			'outbox',
			`${all(['state', 'reason', 'message_id', 'settled_at_ms', 'content'])}, leased_by = NULL, leased_until_ms = NULL
			WHERE (known.state = 'kept' AND excluded.state <> 'kept') OR (known.state <> 'sent' AND excluded.state = 'sent')`,
		),
		mergeStoreEvents: merge('store_events', 'leased_until_ms = NULL WHERE known.leased_until_ms IS NOT NULL AND excluded.leased_until_ms IS NULL'),
		mergeStoreEventWatches: merge('store_event_watches', `${earlier('began_at_ms')}, ${earlier('watched_at_ms')}`),
		mergeReceivedEvents: merge(
			'received_events',
			`${all(['acknowledged_at_ms'])}, leased_by = NULL, leased_until_ms = NULL
			WHERE known.acknowledged_at_ms IS NULL AND excluded.acknowledged_at_ms IS NOT NULL`,
		),
		mergeGatherings: add('gatherings', 'NOTHING'),
		mergeClosings: merge('closing_alarms', `leased_until_ms = NULL WHERE known.leased_until_ms IS NOT NULL AND excluded.leased_until_ms IS NULL`),
	};
}
