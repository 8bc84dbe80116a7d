import type { ConsentFact, ConsentKind } from '../../domain/Consent';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { digestName } from './digestName';

/** The source of an opt-out of somebody who was forgotten since. */
const SOURCE = 'forgotten';

interface KeyRow {
	business_account_id: string;
	key: string;
}

/** An opt-out that was kept, with the name it was found by. */
export interface ForgottenFact extends ConsentFact {
	name: string;
}

/** Finds the opt-outs that are kept of forgotten people with one of these names. Where an account has forgotten nobody it costs one statement. */
export function* findForgottenFacts(businessAccountId: string, names: string[]): SqlScript<ForgottenFact[]> {
	const keys = yield* query<KeyRow>('findForgettingKeys');
	const held = keys.find(({ business_account_id }) => business_account_id === businessAccountId);
	return held ? yield* findByKey(held.key, businessAccountId, names) : [];
}

/** The same where the key of the account is at hand. */
export function* findByKey(key: string, businessAccountId: string, names: string[]): SqlScript<ForgottenFact[]> {
	const nameOf = new Map(names.map((name) => [digestName(key, businessAccountId, name), name]));
	if (nameOf.size === 0) return [];
	type Row = { digest: string; category: ConsentKind; at_ms: number };
	const rows = yield* query<Row>('findForgottenOptOuts', businessAccountId, [...nameOf.keys()]);
	return rows.map(({ digest, category, at_ms }) => ({
		name: nameOf.get(digest) ?? '',
		kind: category,
		state: 'optedOut',
		atMs: at_ms,
		source: SOURCE,
		evidence: '',
	}));
}
