import type { ConsentKind } from '../../domain/Consent';
import type { ConsentHolder } from '../Contacts';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import type { NameRow } from './findNamesOf';

/** Gives one page of those who said something about these kinds; see `Contacts.listConsentHolders`. */
export function* listConsentHolders(businessAccountId: string, kinds: ConsentKind[], after: number, limit: number): SqlScript<ConsentHolder[]> {
	const rows = yield* query<NameRow & { entry_id: number }>('listConsentHolders', businessAccountId, after, kinds, limit);
	return rows.map(({ entry_id, bsuid, wa_id }) => ({ entryId: entry_id, user: { bsuid: bsuid ?? undefined, waId: wa_id ?? undefined } }));
}
