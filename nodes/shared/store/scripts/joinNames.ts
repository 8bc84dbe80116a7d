import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { carryForgottenOfPairs } from './carryForgotten';
import type { NameRow } from './findNamesOf';

/** Lets what is on record under one of two names count for the other one, from the moment they are known to be one person's. */
export function* joinNames(pairs: NameRow[]): SqlScript<void> {
	if (pairs.length === 0) return;
	const names = pairs.map(({ bsuid, wa_id }) => ({ bsuid, wa_id }));
	// The number may be left behind some day, without a word; the user ID is what the person keeps.
	yield* query('nameSends', names);
	yield* query('nameConsent', names);
	// The user ID may be replaced before the notice of it comes, and that notice may name the number alone.
	yield* query('nameOptOuts', names);
	yield* carryForgottenOfPairs(names);
}
