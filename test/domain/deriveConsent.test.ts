import fc from 'fast-check';

import { NO_CONSENT_ON_RECORD, type ConsentFact, type ConsentKind } from '../../nodes/shared/domain/Consent';
import { deriveConsent, findDecidingFact } from '../../nodes/shared/domain/deriveConsent';

const KINDS = ['marketing', 'utility', 'authentication', 'everything', 'topic:news'] as const;
const CATEGORIES = ['marketing', 'utility', 'authentication'] as const;

const fact = (kind: ConsentKind, state: ConsentFact['state'], atMs: number): ConsentFact => ({ kind, state, atMs, source: 'form', evidence: '' });
const anyFact = fc.record({
	kind: fc.constantFrom<ConsentKind>(...KINDS),
	state: fc.constantFrom<ConsentFact['state']>('optedIn', 'optedOut'),
	atMs: fc.nat(3),
	source: fc.constantFrom('form', 'keyword'),
	evidence: fc.constantFrom('', 'wamid.1'),
});

/** Goes through what was said in the order of time, opt-outs last, and remembers what holds. */
function replay(facts: ConsentFact[], kind: ConsentKind): string {
	const order = facts.toSorted((a, b) => a.atMs - b.atMs || a.state.localeCompare(b.state));
	let own = 'unknown';
	let hasSaidNoToAll = false;
	let hasSaidYesToAll = false;
	for (const { kind: about, state } of order) {
		if (about === 'everything') {
			hasSaidNoToAll = state === 'optedOut';
			hasSaidYesToAll = state === 'optedIn';
		} else if (about === kind) {
			own = state;
			if (state === 'optedIn') hasSaidNoToAll = false;
		}
	}
	if (hasSaidNoToAll) return 'optedOut';
	return own === 'unknown' && hasSaidYesToAll ? 'optedIn' : own;
}

describe('deriveConsent', () => {
	it('knows nothing without entries', () => {
		expect(deriveConsent([])).toEqual(NO_CONSENT_ON_RECORD);
	});

	it.each([
		['optedIn', 1, 'optedOut', 2, 'optedOut'],
		['optedOut', 1, 'optedIn', 2, 'optedIn'],
		['optedIn', 1, 'optedOut', 1, 'optedOut'],
	] as const)('%s at %d and %s at %d make %s', (first, firstAt, second, secondAt, expected) => {
		const facts = [fact('marketing', first, firstAt), fact('marketing', second, secondAt)];
		expect(deriveConsent(facts).marketing).toBe(expected);
		expect(deriveConsent(facts.reverse()).marketing).toBe(expected);
	});

	it.each<[string, ConsentFact[], string]>([
		['an opt-out of everything counts for each kind', [fact('everything', 'optedOut', 1)], 'optedOut'],
		['and ends an older opt-in', [fact('marketing', 'optedIn', 1), fact('everything', 'optedOut', 2)], 'optedOut'],
		['also one of the same instant', [fact('marketing', 'optedIn', 2), fact('everything', 'optedOut', 2)], 'optedOut'],
		['a newer opt-in to the kind counts', [fact('everything', 'optedOut', 1), fact('marketing', 'optedIn', 2)], 'optedIn'],
		['an opt-in to everything counts where nothing else is known', [fact('everything', 'optedIn', 1)], 'optedIn'],
		['an opt-in to everything takes back no opt-out of the kind', [fact('marketing', 'optedOut', 1), fact('everything', 'optedIn', 2)], 'optedOut'],
		['but takes back an opt-out of everything', [fact('everything', 'optedOut', 1), fact('everything', 'optedIn', 2)], 'optedIn'],
		['a topic says nothing about a category', [fact('topic:news', 'optedOut', 1)], 'unknown'],
	])('%s', (_, facts, expected) => {
		expect(deriveConsent(facts).marketing).toBe(expected);
	});

	it('equals what a reader who goes through it in the order of time remembers', () => {
		fc.assert(
			fc.property(fc.array(anyFact, { maxLength: 8 }), (facts) => {
				// Several opt-ins and opt-outs of everything at one instant are one opt-out, as for any kind.
				const consent = deriveConsent(facts);
				for (const category of CATEGORIES) expect(consent[category]).toBe(replay(facts, category));
			}),
			{ numRuns: 2_000 },
		);
	});

	it('does not depend on the order of the entries, nor on those that newer ones of their kind have replaced', () => {
		fc.assert(
			fc.property(fc.array(anyFact), (facts) => {
				const consent = deriveConsent(facts);
				expect(deriveConsent([...facts].reverse())).toEqual({ ...consent, facts: expect.arrayContaining([...consent.facts]) });
				expect(deriveConsent(consent.facts)).toEqual(consent);
			}),
		);
	});
});

describe('findDecidingFact', () => {
	it('gives the fact itself, so that its source and evidence can be shown', () => {
		const stop: ConsentFact = { ...fact('everything', 'optedOut', 2), source: 'keyword', evidence: 'wamid.7', wording: 'STOP' };
		expect(findDecidingFact([fact('marketing', 'optedIn', 1), stop], 'marketing')).toEqual(stop);
	});

	it('gives nothing for a kind that nobody has spoken of', () => {
		expect(findDecidingFact([fact('marketing', 'optedIn', 1)], 'topic:news')).toBeUndefined();
	});
});
