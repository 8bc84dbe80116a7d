import type { ConsentEntry } from '../../domain/Consent';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';

/** Adds entries to the ledger; see `ConsentLedger.recordConsent`. */
export function* recordConsent(entries: ConsentEntry[]): SqlScript<void> {
	if (entries.length > 0) yield* query('recordConsent', entries.map(toConsentRow));
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
