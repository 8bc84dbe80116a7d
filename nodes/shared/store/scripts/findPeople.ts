import type { SessionKey } from '../../domain/Session';
import type { PersonOnRecord } from '../People';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import type { ConsentRow } from './ConsentRow';
import { deriveConsents } from './findConsent';
import { toSession, type SessionRow } from './SessionRow';
import { toKeyRow } from './toKeyRow';

type FoundRow = SessionRow & { position: number };

/** `[position, bsuid, wa_id]` */
type NameRow = [number, string | null, string | null];

/**
 * Looks up sessions and consent together; see `People.findPeople`.
 *
 * The sessions of a person with any business number say which names belong together, as in `findConsent`; one of them is the session
 * that was asked for.
 */
export function* findPeople(businessAccountId: string, keys: SessionKey[]): SqlScript<PersonOnRecord[]> {
	if (keys.length === 0) return [];
	const rows = yield* query<FoundRow>('findSessionsOfPeople', keys.map(toKeyRow));
	const names = keys.map(({ user }, position): NameRow => [position, user.bsuid || null, user.waId || null]);
	for (const row of rows) addOtherName(names, row, keys[row.position]);
	const facts = yield* query<ConsentRow>('findConsentOfNames', businessAccountId, names);
	const consents = yield* deriveConsents(businessAccountId, keys.map(({ user }) => user), facts);
	const found = pickRows(keys, rows);
	return consents.map((consent, position) => ({ session: found[position] && toSession(found[position]), consent }));
}

function addOtherName(names: NameRow[], { position, bsuid, wa_id }: FoundRow, key: SessionKey | undefined): void {
	if (bsuid !== null && bsuid !== key?.user.bsuid) names.push([position, bsuid, null]);
	if (wa_id !== null && wa_id !== key?.user.waId) names.push([position, null, wa_id]);
}

/** A wa_id that has passed to a second BSUID does not open the window of the first one; see the statement `findSessions`. */
function pickRows(keys: SessionKey[], rows: FoundRow[]): Array<FoundRow | undefined> {
	const found = new Array<FoundRow | undefined>(keys.length).fill(undefined);
	for (const row of rows) {
		const key = keys[row.position];
		if (row.phone_number_id !== key?.phoneNumberId) continue;
		const { bsuid, waId } = key.user;
		const isByBsuid = row.bsuid !== null && row.bsuid === bsuid;
		const isByWaId = row.wa_id !== null && row.wa_id === waId && (row.bsuid === null || !bsuid);
		if (isByBsuid || (isByWaId && !found[row.position])) found[row.position] = row;
	}
	return found;
}
