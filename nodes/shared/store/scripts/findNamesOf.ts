import type { UserIdentity } from '../../domain/Session';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';

/** One name of a person, or two that belong together. */
export interface NameRow {
	bsuid: string | null;
	wa_id: string | null;
}

// A person changes the number or the user ID a few times in a life, and each round finds what is one step further away.
const MOST_ROUNDS = 8;

/**
 * Gives every name under which a person is on record in an account: what a session shows together, and what a notice of new IDs
 * joins, step by step.
 */
export function* findNamesOf(businessAccountId: string, { bsuid, waId }: UserIdentity): SqlScript<NameRow[]> {
	const known = new Map<string, NameRow>();
	let open: NameRow[] = [{ bsuid: bsuid || null, wa_id: waId || null }];
	for (let round = 0; open.length > 0 && round < MOST_ROUNDS; round++) {
		for (const name of open) known.set(JSON.stringify([name.bsuid, name.wa_id]), name);
		const found = yield* query<NameRow>('findOtherNames', businessAccountId, open);
		open = found.filter((name) => !known.has(JSON.stringify([name.bsuid, name.wa_id])));
	}
	return [...known.values()];
}
