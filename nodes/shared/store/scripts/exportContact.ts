import type { ContactGathering, ContactKey, ContactRecord, ContactWait } from '../Contacts';
import type { Renaming } from '../../domain/Renaming';
import type { SqlScript } from '../SqlScript';
import type { AnswerWaitRow } from './AnswerWaitRow';
import { toConsentFact } from './ConsentRow';
import { findContact } from './findContact';
import { toGathering, type GatheringRow } from './GatheringRow';
import type { NameRow } from './findNamesOf';
import { toKeptMessage } from './OutboxRow';
import type { RenamingRow } from './RenamingRow';
import { toSession } from './SessionRow';
import { toStoredSend } from './toStoredSend';

/** Gives all that is on record of a person; see `Contacts.exportContact`. */
export function* exportContact(key: ContactKey): SqlScript<ContactRecord> {
	const { names, sessions, entries, sends, waits, gatherings, outbox, renamings } = yield* findContact(key);
	return {
		names,
		sessions: sessions.map(toSession),
		consent: entries.map((row) => ({ ...toConsentFact(row), businessAccountId: row.business_account_id, user: toUser(row) })),
		sends: sends.map((row) => toStoredSend(row).record),
		waits: waits.map(toContactWait),
		gatherings: gatherings.map(toContactGathering),
		outbox: outbox.map((row) => toKeptMessage(row, 0)),
		renamings: renamings.map(toRenaming),
	};
}

function toUser({ bsuid, wa_id }: NameRow) {
	return { bsuid: bsuid ?? undefined, waId: wa_id ?? undefined };
}

function toContactGathering(row: GatheringRow): ContactGathering {
	const messages = toGathering(row).messages.map(({ event }) => JSON.parse(event) as Record<string, unknown>);
	return { phoneNumberId: row.phone_number_id, beganAtMs: Number(row.began_at_ms), messages };
}

/** Without the address at which the execution continues: whoever has it can answer in the person's place. */
function toContactWait({ phone_number_id, asked_at_ms, gives_up_at_ms, state, execution_id }: AnswerWaitRow): ContactWait {
	return { phoneNumberId: phone_number_id, askedAtMs: asked_at_ms, givesUpAtMs: gives_up_at_ms, state, executionId: execution_id };
}

function toRenaming(row: RenamingRow): Renaming {
	const previous = { bsuid: row.previous_bsuid, wa_id: row.previous_wa_id };
	return { businessAccountId: row.business_account_id, previous: toUser(previous), current: toUser(row), atMs: row.at_ms, evidence: row.evidence };
}
