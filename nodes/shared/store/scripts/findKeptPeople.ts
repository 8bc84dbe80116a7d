import type { SessionKey } from '../../domain/Session';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import type { NameRow } from './findNamesOf';

/** Gives people for whom something is due; see `Outbox.findKeptPeople`. */
export function* findKeptPeople(businessAccountId: string, atMs: number, writtenSinceMs: number, limit: number): SqlScript<SessionKey[]> {
	const rows = yield* query<NameRow & { phone_number_id: string }>('findKeptPeople', businessAccountId, atMs, writtenSinceMs, limit);
	return rows.map(({ phone_number_id, bsuid, wa_id }) => ({ phoneNumberId: phone_number_id, user: { bsuid: bsuid ?? undefined, waId: wa_id ?? undefined } }));
}
