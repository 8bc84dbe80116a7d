import type { Renaming } from '../../domain/Renaming';
import type { UserIdentity } from '../../domain/Session';
import type { SessionEvidence } from '../../domain/SessionEvidence';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { carryConsent } from './carryConsent';
import { carryForgottenOfRenamings } from './carryForgotten';
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
	yield* carryForgottenOfRenamings(rows);
	return yield* findNewPairs(named);
}

function* findNewPairs(renamings: Renaming[]): SqlScript<SessionEvidence[]> {
	type PairRow = { position: number; phone_number_id: string; bsuid: string; wa_id: string };
	const halves = renamings.filter(({ current }) => !current.bsuid || !current.waId);
	if (halves.length === 0) return [];
	const names = halves.map(({ previous }) => ({ bsuid: previous.bsuid || null, wa_id: previous.waId || null }));
	const pairs = yield* query<PairRow>('findPairs', names);
	return pairs.flatMap(({ position, phone_number_id: phoneNumberId, bsuid, wa_id }) => {
		const renaming = halves[position];
		if (!renaming) return [];
		const { current, atMs } = renaming;
		return [{ kind: 'identity' as const, phoneNumberId, user: { bsuid: current.bsuid || bsuid, waId: current.waId || wa_id }, atMs }];
	});
}

function isSomebody({ bsuid, waId }: UserIdentity): boolean {
	return Boolean(bsuid || waId);
}
