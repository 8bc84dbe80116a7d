import { query } from '../query';
import type { ConsentRow } from '../scripts/ConsentRow';
import type { RenamingRow } from '../scripts/RenamingRow';
import type { SessionRow } from '../scripts/SessionRow';
import type { SqlRow, SqlScript } from '../SqlScript';
import { markOf } from './mergeGatherings';
import { MOVED_TABLES, type KeyedTableName, type MovedTable, type MovedTableName } from './movedTables';
import { toMovedRow } from './toMovedRow';

/** What the store holds for each row, written as text; undefined where it holds nothing. */
type Held = Array<string | undefined>;

/** Looks up what a store holds of rows of another one; in the ways in which it looks them up itself, where there are some. */
export function* findMoved(name: MovedTableName, rows: SqlRow[]): SqlScript<Held> {
	switch (name) {
		case 'consent_entries':
			return yield* findEntries(rows as unknown as EntryRow[]);
		case 'sessions':
			return yield* findPeople(rows as unknown as SessionRow[]);
		case 'renamings':
			return yield* findNotices(rows as unknown as RenamingRow[]);
		case 'early_statuses':
			return yield* findStatuses(rows);
		case 'sends':
			return yield* findMovedSends(rows);
		case 'gatherings':
			return yield* findMovedGatherings(rows);
		default:
			return yield* findByKey(name, rows);
	}
}

function* findByKey(name: KeyedTableName, rows: SqlRow[]): SqlScript<Held> {
	const { key }: MovedTable = MOVED_TABLES[name];
	const keyOf = (row: SqlRow) => JSON.stringify(key.map(([column]) => row[column]));
	const found = (yield* query(`find ${name}`, rows)).map((row) => toMovedRow(name, row));
	const held = new Map(found.map((row) => [keyOf(row), JSON.stringify(row)]));
	return rows.map((row) => held.get(keyOf(row)));
}

type EntryRow = Omit<ConsentRow, 'position'> & { business_account_id: string; bsuid: string | null; wa_id: string | null };

/** By the question that every send asks: what is on record of this person? */
function* findEntries(rows: EntryRow[]): SqlScript<Held> {
	const factOf = ({ category, state, at_ms, source, evidence, wording }: Omit<ConsentRow, 'position'>) =>
		JSON.stringify([category, state, Number(at_ms), source, evidence, wording]);
	const held: Held = rows.map(() => undefined);
	for (const [account, ofAccount] of Map.groupBy(rows.entries(), ([, row]) => row.business_account_id)) {
		const facts = yield* query<ConsentRow>('findConsent', account, ofAccount.map(([, { bsuid, wa_id }]) => ({ bsuid, wa_id })));
		const known = new Set(facts.map((fact) => `${fact.position} ${factOf(fact)}`));
		for (const [position, [index, row]] of ofAccount.entries()) {
			if (known.has(`${position} ${factOf(row)}`)) held[index] = JSON.stringify(row);
		}
	}
	return held;
}

function* findPeople(rows: SessionRow[]): SqlScript<Held> {
	const found = yield* query<SessionRow>('loadSessions', rows.map((row) => [row.phone_number_id, row.bsuid, row.wa_id]));
	const held = new Map<string, string>();
	for (const row of found) {
		const text = JSON.stringify(toMovedRow('sessions', row as unknown as SqlRow));
		for (const name of [row.bsuid, row.wa_id]) if (name !== null) held.set(`${row.phone_number_id} ${name}`, text);
	}
	return rows.map(({ phone_number_id, bsuid, wa_id }) => held.get(`${phone_number_id} ${bsuid}`) ?? held.get(`${phone_number_id} ${wa_id}`));
}

function* findNotices(rows: RenamingRow[]): SqlScript<Held> {
	const previous = rows.map(({ business_account_id, previous_bsuid, previous_wa_id }) => ({ business_account_id, bsuid: previous_bsuid, wa_id: previous_wa_id }));
	const found = yield* query('findRenamings', previous);
	const held = new Set(found.map((row) => JSON.stringify(toMovedRow('renamings', row))));
	return rows.map((row) => JSON.stringify(row)).map((text) => (held.has(text) ? text : undefined));
}

/** A status may have found its send here. */
function* findStatuses(rows: SqlRow[]): SqlScript<Held> {
	const messageIds = rows.map(({ message_id }) => String(message_id));
	const early = yield* query('findEarlyStatuses', messageIds);
	const sends = yield* query('findSendsByMessageId', messageIds);
	const held = new Map([
		...sends.map((row) => [row.message_id, JSON.stringify(['of a send', row.status, row.status_at_ms])] as const),
		...early.map((row) => [row.message_id, JSON.stringify(toMovedRow('early_statuses', row))] as const),
	]);
	return messageIds.map((messageId) => held.get(messageId));
}

/** By key, and where the message has another key here, by the message. */
function* findMovedSends(rows: SqlRow[]): SqlScript<Held> {
	const messageIds = rows.flatMap(({ message_id }) => (message_id === null ? [] : [String(message_id)]));
	const ofMessages = yield* query('findSendsByMessageId', messageIds);
	const held = new Map(ofMessages.map((row) => [row.message_id, JSON.stringify(toMovedRow('sends', row))]));
	const byKey = yield* findByKey('sends', rows);
	return rows.map(({ message_id }, index) => (message_id === null ? byKey[index] : held.get(message_id)));
}

/** By what says that they were moved: they may have been handed over and removed since. */
function* findMovedGatherings(rows: SqlRow[]): SqlScript<Held> {
	const marks = yield* query('find received_events', rows.map((row) => ({ receiver: row.receiver, event_id: markOf(row) })));
	const moved = new Set(marks.map(({ event_id }) => event_id));
	return rows.map((row) => (moved.has(markOf(row)) ? JSON.stringify(row) : undefined));
}
