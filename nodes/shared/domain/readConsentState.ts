import type { ConsentFact } from './Consent';
import { InvalidInputError } from './InvalidInputError';

const WORDS = new Map<string, ConsentFact['state']>([
	['optedin', 'optedIn'],
	['optin', 'optedIn'],
	['subscribed', 'optedIn'],
	['optedout', 'optedOut'],
	['optout', 'optedOut'],
	['unsubscribed', 'optedOut'],
]);

/**
 * Reads whether somebody has opted in or out, as tables of other systems write it: `optedIn`, `opted in`, `opt-in`, `subscribed`, and
 * the opposites.
 *
 * Yes, no, true, false and numbers are refused: a no may be an opt-out, or that nobody was ever asked.
 *
 * @param parameter - the label that an error names
 * @throws {InvalidInputError} when it is none of these
 */
export function readConsentState(parameter: string, value: unknown): ConsentFact['state'] {
	const text = typeof value === 'string' ? value.trim() : '';
	const state = WORDS.get(text.toLowerCase().replace(/[\s_-]/g, ''));
	if (state) return state;
	const isEmpty = value === undefined || value === null || value === '';
	throw new InvalidInputError(
		parameter,
		isEmpty ? `'${parameter}' is empty.` : `'${parameter}' is neither an opt-in nor an opt-out: ${String(JSON.stringify(value)).slice(0, 40)}`,
		'Write optedIn or optedOut. Leave out rows of people who were never asked.',
	);
}
