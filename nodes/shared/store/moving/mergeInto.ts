import type { ConsentEntry } from '../../domain/Consent';
import { query } from '../query';
import { recordConsent } from '../scripts/recordConsent';
import { recordEvidence } from '../scripts/recordEvidence';
import { recordRenamings } from '../scripts/recordRenamings';
import type { RenamingRow } from '../scripts/RenamingRow';
import { recordStatuses } from '../scripts/recordStatuses';
import type { SessionRow } from '../scripts/SessionRow';
import { toStoredStatus, type StatusRow } from '../scripts/StatusRow';
import { SessionStoreError } from '../SessionStoreError';
import type { SqlRow, SqlScript } from '../SqlScript';
import { mergeGatherings } from './mergeGatherings';
import { mergeSends } from './mergeSends';
import { mergeSessions } from './mergeSessions';
import type { MovedTableName } from './movedTables';

/** Adds rows to a table, in the way in which the store would have recorded what they say. */
export function* mergeInto(name: MovedTableName, rows: SqlRow[]): SqlScript<void> {
	switch (name) {
		case 'forgetting_keys':
			return yield* mergeKeys(rows as Array<{ business_account_id: string; key: string }>);
		case 'forgotten_opt_outs':
			return void (yield* query('recordForgottenOptOuts', rows));
		case 'consent_entries':
			return yield* recordConsent(rows.map(toConsentEntry));
		case 'sends':
			return yield* mergeSends(rows);
		case 'early_statuses':
			return void (yield* recordStatuses(rows.map((row) => ({ ...toStoredStatus(row as unknown as StatusRow), phoneNumberId: '', user: {} }))));
		case 'answer_waits':
			return void (yield* query('mergeAnswerWaits', rows));
		case 'store_events':
			return void (yield* query('mergeStoreEvents', rows));
		case 'outbox':
			return void (yield* query('mergeOutbox', rows));
		case 'asked_messages':
			return void (yield* query('nameQuestions', rows));
		case 'received_events':
			return void (yield* query('mergeReceivedEvents', rows));
		case 'template_changes':
			return void (yield* query('recordTemplateChanges', rows));
		case 'media':
			return void (yield* query('recordMedia', rows));
		case 'message_usage':
			yield* query('lockUsage');
			return void (yield* query('recordUsage', rows));
		case 'sessions':
			return yield* mergeSessions(rows as unknown as SessionRow[]);
		case 'renamings':
			return yield* recordEvidence(yield* recordRenamings((rows as unknown as RenamingRow[]).map(toRenaming)));
		case 'gatherings':
			return yield* mergeGatherings(rows);
		case 'store_event_watches':
			return void (yield* query('mergeStoreEventWatches', rows));
		case 'closing_watches':
			for (const { alarm, watched_at_ms } of rows) yield* query('saveClosingWatch', String(alarm), Number(watched_at_ms));
			return;
		case 'closing_alarms':
			return void (yield* query('mergeClosings', rows));
	}
}

/** Digests of forgotten people are of use with their own key alone. */
function* mergeKeys(keys: Array<{ business_account_id: string; key: string }>): SqlScript<void> {
	for (const { business_account_id: account, key } of keys) yield* query('makeForgettingKey', account, key);
	const held = yield* query<{ business_account_id: string; key: string }>('findForgettingKeys');
	const other = keys.find(({ business_account_id, key }) => held.some((one) => one.business_account_id === business_account_id && one.key !== key));
	if (!other) return;
	throw new SessionStoreError(`Both stores have forgotten people of the account ${other.business_account_id} before they were joined, each with a key of its own.`, {
		advice: 'Their opt-outs cannot be put together, so nothing was moved. Move into a Postgres database in which nobody of this account was forgotten.',
	});
}

function toConsentEntry(row: SqlRow): ConsentEntry {
	const { business_account_id, bsuid, wa_id, category, state, at_ms, source, evidence, wording } = row as Record<string, string | null>;
	return {
		businessAccountId: String(business_account_id),
		user: { bsuid: bsuid ?? undefined, waId: wa_id ?? undefined },
		kind: category as ConsentEntry['kind'],
		state: state as ConsentEntry['state'],
		atMs: Number(at_ms),
		source: String(source),
		evidence: String(evidence),
		wording: wording ?? undefined,
	};
}

function toRenaming({ business_account_id, previous_bsuid, previous_wa_id, bsuid, wa_id, at_ms, evidence }: RenamingRow) {
	return {
		businessAccountId: business_account_id,
		previous: { bsuid: previous_bsuid ?? undefined, waId: previous_wa_id ?? undefined },
		current: { bsuid: bsuid ?? undefined, waId: wa_id ?? undefined },
		atMs: at_ms,
		evidence,
	};
}
