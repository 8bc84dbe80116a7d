import type { Consent, ConsentFact, ConsentKind, ConsentState } from './Consent';

/**
 * Derives a person's consent from everything the person said; see {@link findDecidingFact}.
 *
 * @param facts - everything on record of one person, in any order, several of a kind included
 */
export function deriveConsent(facts: readonly ConsentFact[]): Consent {
	const newest = newestOfEachKind(facts);
	const stateOf = (kind: ConsentKind): ConsentState => findDecidingFact(newest, kind)?.state ?? 'unknown';
	return { marketing: stateOf('marketing'), utility: stateOf('utility'), authentication: stateOf('authentication'), facts: newest };
}

/**
 * Gives what decides about one kind of message: the newest fact of the kind itself, and an opt-out wins a tie.
 *
 * An opt-out of everything decides unless the person has agreed to this very kind since. An opt-in to everything decides only where
 * nothing is on record of the kind: it takes back no opt-out of it.
 *
 * @returns undefined where nothing is on record that is about this kind
 */
export function findDecidingFact(facts: readonly ConsentFact[], kind: ConsentKind): ConsentFact | undefined {
	const own = newestOf(facts, kind);
	const everything = newestOf(facts, 'everything');
	if (!own || !everything) return own ?? everything;
	const isTakenBack = everything.state === 'optedIn' || (own.state === 'optedIn' && own.atMs > everything.atMs);
	return isTakenBack ? own : latest(own, everything);
}

function newestOf(facts: readonly ConsentFact[], kind: ConsentKind): ConsentFact | undefined {
	return facts.filter((fact) => fact.kind === kind).reduce<ConsentFact | undefined>((held, fact) => (held ? latest(held, fact) : fact), undefined);
}

function newestOfEachKind(facts: readonly ConsentFact[]): ConsentFact[] {
	const newest = new Map<ConsentKind, ConsentFact>();
	for (const fact of facts) {
		const held = newest.get(fact.kind);
		newest.set(fact.kind, held ? latest(held, fact) : fact);
	}
	return [...newest.values()].sort((one, other) => (one.kind < other.kind ? -1 : 1));
}

function latest(held: ConsentFact, fact: ConsentFact): ConsentFact {
	if (fact.atMs !== held.atMs) return fact.atMs > held.atMs ? fact : held;
	if (fact.state !== held.state) return fact.state === 'optedOut' ? fact : held;
	// Either would do; which one is shown must not depend on the order in which they were recorded.
	return fact.source + fact.evidence < held.source + held.evidence ? fact : held;
}
