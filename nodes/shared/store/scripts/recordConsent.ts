import type { ConsentEntry } from '../../domain/Consent';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { carryConsent } from './carryConsent';
import { findConsent } from './findConsent';
import type { NameRow } from './findNamesOf';
import type { RenamingRow } from './RenamingRow';

/** An entry that is new to the ledger. */
interface AddedRow extends NameRow {
	business_account_id: string;
}

/**
 * Adds entries to the ledger; see `ConsentLedger.recordConsent`.
 *
 * An entry that comes after its person has got new IDs is entered for those as well, and so on for the next ones. This
 * ends: a round adds nothing but entries with the state, instant and evidence of one that is there already.
 */
export function* recordConsent(entries: ConsentEntry[]): SqlScript<void> {
	if (entries.length === 0) return;
	yield* query('lockConsent');
	yield* addEntries(entries.filter(({ takesBackOnly }) => !takesBackOnly));
	yield* addEntries(yield* findTakingBack(entries.filter(({ takesBackOnly }) => takesBackOnly)));
}

/** Those that take back an opt-out of their own kind. */
function* findTakingBack(entries: ConsentEntry[]): SqlScript<ConsentEntry[]> {
	const found: ConsentEntry[] = [];
	for (const entry of entries) {
		const [consent] = yield* findConsent(entry.businessAccountId, [entry.user]);
		const fact = consent?.facts.find(({ kind }) => kind === entry.kind);
		if (fact?.state === 'optedOut' && fact.atMs <= entry.atMs) found.push(entry);
	}
	return found;
}

function* addEntries(entries: ConsentEntry[]): SqlScript<void> {
	let open = entries;
	while (open.length > 0) {
		const added = yield* query<AddedRow>('recordConsent', open.map(toConsentRow));
		if (added.length === 0) return;
		yield* nameBoth(added);
		open = yield* carryConsent(yield* query<RenamingRow>('findRenamings', added));
	}
}

/**
 * A number may be left behind some day, and a user ID replaced, without a word or before it is said: what is said under the number is
 * said under the user ID as well that is on record with it, and an opt-out under the user ID counts under the number.
 */
function* nameBoth(added: AddedRow[]): SqlScript<void> {
	const halves = added.filter(({ bsuid, wa_id }) => bsuid === null || wa_id === null);
	if (halves.length === 0) return;
	const pairs = yield* query<NameRow>('findPairs', halves);
	if (pairs.length === 0) return;
	yield* query('nameConsent', pairs);
	yield* query('nameOptOuts', pairs);
}

function toConsentRow(entry: ConsentEntry) {
	return {
		business_account_id: entry.businessAccountId,
		bsuid: entry.user.bsuid || null,
		wa_id: entry.user.waId || null,
		category: entry.kind,
		state: entry.state,
		at_ms: entry.atMs,
		source: entry.source,
		evidence: entry.evidence,
		wording: entry.wording ?? null,
	};
}
