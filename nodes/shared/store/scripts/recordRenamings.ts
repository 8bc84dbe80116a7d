import type { Renaming } from '../../domain/Renaming';
import type { UserIdentity } from '../../domain/Session';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { carryConsent } from './carryConsent';
import { recordConsent } from './recordConsent';
import { toRenamingRow } from './RenamingRow';

/**
 * Enters the consent of people for the IDs they have now. The renamings are kept for a while, for what was said under the
 * previous IDs and arrives late.
 */
export function* recordRenamings(renamings: Renaming[]): SqlScript<void> {
	const rows = renamings.filter(({ previous, current }) => isSomebody(previous) && isSomebody(current)).map(toRenamingRow);
	if (rows.length === 0) return;
	yield* query('lockConsent');
	yield* query('recordRenamings', rows);
	yield* recordConsent(yield* carryConsent(rows));
}

function isSomebody({ bsuid, waId }: UserIdentity): boolean {
	return Boolean(bsuid || waId);
}
