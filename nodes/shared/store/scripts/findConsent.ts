import { NO_CONSENT_ON_RECORD, type Consent, type ConsentFact } from '../../domain/Consent';
import { deriveConsent } from '../../domain/deriveConsent';
import type { UserIdentity } from '../../domain/Session';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { toConsentFact, type ConsentRow } from './ConsentRow';
import { findByKey } from './findForgottenFacts';

/** Where the ledger hands over the key to the opt-outs of forgotten people; an account that has forgotten nobody has no such row. */
const POSITION_OF_KEY = -1;

/**
 * Derives the consent of users; see `ConsentLedger.findConsent`.
 *
 * An entry counts for a person under either name: what was said under the BSUID is found by the phone number too, once a
 * session has shown that the two belong together. The opt-outs of people who were forgotten are asked for only where the account has
 * forgotten anybody.
 */
export function* findConsent(businessAccountId: string, users: UserIdentity[]): SqlScript<Consent[]> {
	if (users.length === 0) return [];
	const names = users.map(({ bsuid, waId }) => ({ bsuid: bsuid || null, wa_id: waId || null }));
	const rows = yield* query<ConsentRow>('findConsent', businessAccountId, names);
	return yield* deriveConsents(businessAccountId, users, rows);
}

/** Derives the consent of users from the rows of their facts, and from what is kept of those who were forgotten. */
export function* deriveConsents(businessAccountId: string, users: UserIdentity[], rows: ConsentRow[]): SqlScript<Consent[]> {
	const facts = users.map((): ConsentFact[] => []);
	for (const row of rows) facts[row.position]?.push(toConsentFact(row));
	const key = rows.find(({ position }) => position === POSITION_OF_KEY)?.evidence;
	if (key !== undefined) yield* addForgotten(key, businessAccountId, users, facts);
	return facts.map((own) => (own.length === 0 ? NO_CONSENT_ON_RECORD : deriveConsent(own)));
}

function* addForgotten(key: string, businessAccountId: string, users: UserIdentity[], facts: ConsentFact[][]): SqlScript<void> {
	const namesOf = users.map(({ bsuid, waId }) => [bsuid, waId].filter((name): name is string => Boolean(name)));
	const forgotten = yield* findByKey(key, businessAccountId, [...new Set(namesOf.flat())]);
	const byName = Map.groupBy(forgotten, ({ name }) => name);
	for (const [position, names] of namesOf.entries()) {
		const own = names.flatMap((name) => byName.get(name) ?? []);
		facts[position]?.push(...own.map(({ kind, state, atMs, source, evidence }) => ({ kind, state, atMs, source, evidence })));
	}
}
