import type { ConsentEntry } from '../../domain/Consent';
import { deriveConsent } from '../../domain/deriveConsent';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { toConsentFact, type ConsentRow } from './ConsentRow';
import type { RenamingRow } from './RenamingRow';

/**
 * Works out what people who have new IDs had said under the previous ones: per kind the newest entry, with its own
 * instant.
 *
 * What is newer than the renaming is not theirs any more: the previous IDs may belong to somebody else by then.
 *
 * @returns entries for the new IDs, which are not recorded yet
 */
export function* carryConsent(renamings: RenamingRow[]): SqlScript<ConsentEntry[]> {
	const entries: ConsentEntry[] = [];
	for (const [businessAccountId, ofAccount] of Map.groupBy(renamings, (renaming) => renaming.business_account_id)) {
		const names = ofAccount.map(({ previous_bsuid, previous_wa_id }) => ({ bsuid: previous_bsuid, wa_id: previous_wa_id }));
		const rows = yield* query<ConsentRow>('findConsent', businessAccountId, names);
		const byPosition = Map.groupBy(rows, ({ position }) => position);
		entries.push(...ofAccount.flatMap((renaming, position) => toEntries(renaming, byPosition.get(position) ?? [])));
	}
	return entries;
}

function toEntries(renaming: RenamingRow, rows: ConsentRow[]): ConsentEntry[] {
	const { facts } = deriveConsent(rows.filter((row) => row.at_ms <= renaming.at_ms).map(toConsentFact));
	const carried = { ...toOwner(renaming), source: 'numberChange', evidence: renaming.evidence };
	return facts.map(({ kind, state, atMs, wording }) => ({ ...carried, kind, state, atMs, wording }));
}

function toOwner({ business_account_id, bsuid, wa_id }: RenamingRow): Pick<ConsentEntry, 'businessAccountId' | 'user'> {
	return { businessAccountId: business_account_id, user: { bsuid: bsuid ?? undefined, waId: wa_id ?? undefined } };
}
