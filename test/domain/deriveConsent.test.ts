import fc from 'fast-check';

import type { ConsentEntry } from '../../nodes/shared/domain/Consent';
import { deriveConsent } from '../../nodes/shared/domain/deriveConsent';

const anyEntry = fc.record({
	category: fc.constantFrom<ConsentEntry['category']>('marketing', 'utility', 'authentication'),
	state: fc.constantFrom<ConsentEntry['state']>('optedIn', 'optedOut'),
	atMs: fc.nat(3),
});

describe('deriveConsent', () => {
	it('knows nothing without entries', () => {
		expect(deriveConsent([])).toEqual({ marketing: 'unknown', utility: 'unknown', authentication: 'unknown' });
	});

	it.each([
		['optedIn', 1, 'optedOut', 2, 'optedOut'],
		['optedOut', 1, 'optedIn', 2, 'optedIn'],
		['optedIn', 1, 'optedOut', 1, 'optedOut'],
	] as const)('%s at %d and %s at %d make %s', (first, firstAt, second, secondAt, expected) => {
		const entries = [
			{ category: 'marketing' as const, state: first, atMs: firstAt },
			{ category: 'marketing' as const, state: second, atMs: secondAt },
		];
		expect(deriveConsent(entries).marketing).toBe(expected);
		expect(deriveConsent(entries.reverse()).marketing).toBe(expected);
	});

	it('does not depend on the order of the entries, and says opted in only where somebody did', () => {
		fc.assert(
			fc.property(fc.array(anyEntry), (entries) => {
				const consent = deriveConsent(entries);
				expect(deriveConsent([...entries].reverse())).toEqual(consent);
				for (const category of ['marketing', 'utility', 'authentication'] as const) {
					const states = entries.filter((entry) => entry.category === category).map(({ state }) => state);
					expect(consent[category]).toBe(states.length === 0 ? 'unknown' : consent[category]);
					expect([...states, 'unknown']).toContain(consent[category]);
				}
			}),
		);
	});
});
