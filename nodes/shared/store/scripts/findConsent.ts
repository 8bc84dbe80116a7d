import { NO_CONSENT_ON_RECORD, type Consent, type ConsentFact } from '../../domain/Consent';
import { deriveConsent } from '../../domain/deriveConsent';
import type { UserIdentity } from '../../domain/Session';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { toConsentFact, type ConsentRow } from './ConsentRow';

/**
 * Derives the consent of users; see `ConsentLedger.findConsent`.
 *
 * An entry counts for a person under either name: what was said under the BSUID is found by the phone number too, once a
 * session has shown that the two belong together.
 */
export function* findConsent(businessAccountId: string, users: UserIdentity[]): SqlScript<Consent[]> {
	if (users.length === 0) return [];
	const names = users.map(({ bsuid, waId }) => ({ bsuid: bsuid || null, wa_id: waId || null }));
	const rows = yield* query<ConsentRow>('findConsent', businessAccountId, names);
	const facts = users.map((): ConsentFact[] => []);
	for (const row of rows) facts[row.position]?.push(toConsentFact(row));
	return facts.map((own) => (own.length === 0 ? NO_CONSENT_ON_RECORD : deriveConsent(own)));
}
