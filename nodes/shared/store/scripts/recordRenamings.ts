import type { Renaming } from '../../domain/Renaming';
import type { UserIdentity } from '../../domain/Session';
import type { SessionEvidence } from '../../domain/SessionEvidence';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { carryConsent } from './carryConsent';
import { recordConsent } from './recordConsent';
import { toRenamingRow } from './RenamingRow';

/**
 * Enters the consent of people for the IDs they have now. The renamings are kept for a while, for what was said under the
 * previous IDs and arrives late.
 *
 * @returns the pairs of names that follow from them, which are not recorded yet: whoever has a new number and is on record with a
 * user ID has that user ID and the new number, and the other way round
 */
export function* recordRenamings(renamings: Renaming[]): SqlScript<SessionEvidence[]> {
	const named = renamings.filter(({ previous, current }) => isSomebody(previous) && isSomebody(current));
	if (named.length === 0) return [];
	const rows = named.map(toRenamingRow);
	yield* query('lockConsent');
	yield* query('recordRenamings', rows);
	yield* recordConsent(yield* carryConsent(rows));
	const evidence: SessionEvidence[] = [];
	for (const renaming of named) evidence.push(...(yield* findNewPairs(renaming)));
	return evidence;
}

function* findNewPairs({ previous, current, atMs }: Renaming): SqlScript<SessionEvidence[]> {
	if (current.bsuid && current.waId) return [];
	type PairRow = { phone_number_id: string; bsuid: string; wa_id: string };
	const pairs = yield* query<PairRow>('findPairs', [{ bsuid: previous.bsuid || null, wa_id: previous.waId || null }]);
	return pairs.map(({ phone_number_id: phoneNumberId, bsuid, wa_id }) => {
		const user = { bsuid: current.bsuid || bsuid, waId: current.waId || wa_id };
		return { kind: 'identity', phoneNumberId, user, atMs };
	});
}

function isSomebody({ bsuid, waId }: UserIdentity): boolean {
	return Boolean(bsuid || waId);
}
