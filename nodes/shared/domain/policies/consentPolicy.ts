import type { Consent, ConsentCategory } from '../Consent';
import type { Policy } from './Policy';
import { GO } from './Verdict';

/** Keeps back a template of a kind that the person has opted out of. Free-form messages answer what the person wrote. */
export const consentPolicy: Policy = {
	reasons: ['optedOut'],
	judge({ message, onRecord }) {
		if (message?.sentAs !== 'template' || !onRecord || !isOptedOut(onRecord.consent, message.category)) return GO;
		return { kind: 'notSent', reason: 'optedOut', evidence: { category: message.category ?? null } };
	},
};

/**
 * Says whether a person has opted out of a kind of message.
 *
 * Consent that is not on record (`unknown`) is no opt-out, because the opt-in may have been given elsewhere.
 *
 * @param category - undefined for one that is not known, which is judged as marketing, the strictest
 */
export function isOptedOut(consent: Consent, category: ConsentCategory | undefined): boolean {
	return consent[category ?? 'marketing'] === 'optedOut';
}
