import type { ContactKey, ContactName } from '../Contacts';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import type { AnswerWaitRow } from './AnswerWaitRow';
import type { ConsentRow } from './ConsentRow';
import { findContactNames } from './findContactNames';
import type { GatheringRow } from './GatheringRow';
import type { NameRow } from './findNamesOf';
import type { OutboxRow } from './OutboxRow';
import type { RenamingRow } from './RenamingRow';
import type { SendRow } from './SendRow';
import type { SessionRow } from './SessionRow';

/** An entry of the ledger, as it is on record. */
export interface EntryRow extends ConsentRow, NameRow {
	entry_id: number;
	business_account_id: string;
}

/** What is on record of a person, as it is on record. */
export interface ContactRows {
	names: ContactName[];
	/** The names as statements take them. */
	wanted: Array<NameRow & { until_ms: number }>;
	sessions: SessionRow[];
	entries: EntryRow[];
	sends: SendRow[];
	waits: AnswerWaitRow[];
	gatherings: GatheringRow[];
	outbox: OutboxRow[];
	renamings: RenamingRow[];
}

/** Finds all that is on record of a person; see `Contacts.exportContact`. */
export function* findContact({ businessAccountId, phoneNumberIds, user }: ContactKey): SqlScript<ContactRows> {
	const names = yield* findContactNames(businessAccountId, user);
	const wanted = names.map(({ bsuid, waId, untilMs }) => ({
		bsuid: bsuid ?? null,
		wa_id: waId ?? null,
		until_ms: untilMs ?? Number.MAX_SAFE_INTEGER,
	}));
	const known = new Set(names.map(({ bsuid, waId }) => bsuid ?? waId));
	const sessions = yield* query<SessionRow>('findContactSessions', phoneNumberIds, wanted);
	return {
		names,
		wanted,
		// A number that the person left may stand in the session of somebody else.
		sessions: sessions.filter(({ bsuid, wa_id }) => [bsuid, wa_id].every((name) => name === null || known.has(name))),
		entries: (yield* query<EntryRow>('findContactConsent', businessAccountId, wanted)).sort((a, b) => a.at_ms - b.at_ms || a.entry_id - b.entry_id),
		sends: (yield* query<SendRow>('findContactSends', phoneNumberIds, wanted)).sort((a, b) => a.claimed_at_ms - b.claimed_at_ms),
		waits: (yield* query<AnswerWaitRow>('findContactWaits', phoneNumberIds, wanted)).sort((a, b) => a.asked_at_ms - b.asked_at_ms),
		gatherings: (yield* query<GatheringRow>('findContactGatherings', phoneNumberIds, wanted)).sort((a, b) => a.began_at_ms - b.began_at_ms),
		outbox: (yield* query<OutboxRow>('findContactOutbox', phoneNumberIds, wanted)).sort((a, b) => Number(a.outbox_id) - Number(b.outbox_id)),
		renamings: (yield* query<RenamingRow>('findContactRenamings', businessAccountId, wanted)).sort((a, b) => a.at_ms - b.at_ms),
	};
}
