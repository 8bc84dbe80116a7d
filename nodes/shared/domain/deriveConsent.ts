import { NO_CONSENT_ON_RECORD } from './Consent';
import type { Consent, ConsentCategory, ConsentEntry } from './Consent';

/**
 * Derives a person's consent from everything the person said.
 *
 * Per category the newest entry counts; an opt-out wins a tie. Categories without an entry are `unknown`.
 *
 * @param entries - all entries of one person, in any order
 */
export function deriveConsent(entries: Array<Pick<ConsentEntry, 'category' | 'state' | 'atMs'>>): Consent {
	const newest = new Map<ConsentCategory, Pick<ConsentEntry, 'state' | 'atMs'>>();
	for (const entry of entries) {
		const held = newest.get(entry.category);
		const isNewer = !held || entry.atMs > held.atMs;
		if (isNewer || (entry.atMs === held.atMs && entry.state === 'optedOut')) newest.set(entry.category, entry);
	}
	const consent = { ...NO_CONSENT_ON_RECORD };
	for (const [category, { state }] of newest) consent[category] = state;
	return consent;
}
