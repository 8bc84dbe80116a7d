import { newestInstantOf } from '../../domain/mergeConversations';
import type { Session } from '../../domain/Session';
import type { SessionEvidence } from '../../domain/SessionEvidence';
import { query } from '../query';
import { joinNames } from '../scripts/joinNames';
import { recordEvidence } from '../scripts/recordEvidence';
import { toSession, type SessionRow } from '../scripts/SessionRow';
import type { SqlScript } from '../SqlScript';

/**
 * Adds sessions. A person who is not here at all comes as is; what both stores know of a person is put together as all news are.
 */
export function* mergeSessions(rows: SessionRow[]): SqlScript<void> {
	const known = yield* query<SessionRow>('loadSessions', rows.map((row) => [row.phone_number_id, row.bsuid, row.wa_id]));
	const names = new Set(known.flatMap(namesOf));
	const isKnown = (row: SessionRow) => namesOf(row).some((name) => names.has(name));
	const strangers = rows.filter((row) => !isKnown(row));
	if (strangers.length > 0) yield* query('saveSessions', strangers.map((row) => ({ ...row, session_id: null })));
	// An opt-out may be here already that came under one of the names.
	yield* joinNames(strangers.filter(({ bsuid, wa_id }) => bsuid !== null && wa_id !== null));
	yield* recordEvidence(rows.filter(isKnown).flatMap((row) => toEvidence(toSession(row))));
}

function namesOf({ phone_number_id, bsuid, wa_id }: SessionRow): string[] {
	return [bsuid, wa_id].filter((name) => name !== null).map((name) => `${phone_number_id} ${name}`);
}

/** Says of a session what it was made of. Under one name: that both belong together is said once, with its own instant. */
function toEvidence(session: Session): SessionEvidence[] {
	const { phoneNumberId, bsuid, waId } = session;
	const both = { bsuid, waId };
	const user = bsuid ? { bsuid } : { waId };
	const said = (kind: SessionEvidence['kind'], atMs: number | undefined, more: Partial<SessionEvidence> = {}): SessionEvidence[] =>
		atMs === undefined ? [] : [{ kind, phoneNumberId, user, atMs, ...more }];
	return [
		...(bsuid && waId ? said('identity', session.identifiedAtMs ?? 0, { user: both }) : []),
		...said('inbound', session.lastInboundAtMs, { through: 'record' }),
		...said('refusal', session.closedByPlatformAtMs),
		...said('referral', session.referralAtMs),
		...said('answer', session.answeredAtMs),
		...said('outbound', session.lastAnswerAtMs),
		...said('freeEntryPoint', session.freeSaidAtMs, { untilMs: session.freeUntilMs }),
		...said('conversation', session.conversation && newestInstantOf(session.conversation), { conversation: session.conversation }),
		...said('renaming', session.renamedAtMs, { user: both }),
	];
}
