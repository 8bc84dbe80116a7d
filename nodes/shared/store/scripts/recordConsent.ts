import type { ConsentEntry } from '../../domain/Consent';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { carryConsent } from './carryConsent';
import type { RenamingRow } from './RenamingRow';

/**
 * Adds entries to the ledger; see `ConsentLedger.recordConsent`.
 *
 * An entry that comes after its person has got new IDs is entered for those as well, and so on for the next ones. This
 * ends: a round adds nothing but entries with the state, instant and evidence of one that is there already.
 */
export function* recordConsent(entries: ConsentEntry[]): SqlScript<void> {
	let open = entries;
	if (open.length > 0) yield* query('lockConsent');
	while (open.length > 0) {
		const added = yield* query('recordConsent', open.map(toConsentRow));
		if (added.length === 0) return;
		open = yield* carryConsent(yield* query<RenamingRow>('findRenamings', added));
	}
}

function toConsentRow(entry: ConsentEntry) {
	return {
		business_account_id: entry.businessAccountId,
		bsuid: entry.user.bsuid || null,
		wa_id: entry.user.waId || null,
		category: entry.category,
		state: entry.state,
		at_ms: entry.atMs,
		source: entry.source,
		evidence: entry.evidence,
	};
}
