import type { IDataObject } from 'n8n-workflow';

import type { Consent, ConsentFact, ConsentKind } from '../../shared/domain/Consent';
import { findDecidingFact } from '../../shared/domain/deriveConsent';
import { toIso } from '../../shared/domain/toIso';

const CATEGORIES = ['marketing', 'utility', 'authentication'] as const;

/** The state of each category of template, as it is in `session.consent`. */
export function toStatesJson({ marketing, utility, authentication }: Consent): IDataObject {
	return { marketing, utility, authentication };
}

/**
 * Gives one line for each kind: the categories of templates whatever is known of them, and everything and the topics of which something is
 * on record. Each shows what decides about it; `decidedBy` is `everything` where that is not about the kind itself.
 */
export function toDetailsJson({ facts }: Consent): IDataObject[] {
	const others = facts.map(({ kind }) => kind).filter((kind) => !CATEGORIES.some((category) => category === kind));
	return [...CATEGORIES, ...others].map((kind) => toDetailJson(kind, findDecidingFact(facts, kind)));
}

/** One line of {@link toDetailsJson}. */
export function toDetailJson(kind: ConsentKind, fact: ConsentFact | undefined): IDataObject {
	if (!fact) return { kind, state: 'unknown', since: null, source: null, evidence: null, wording: null, decidedBy: null };
	return { kind, ...toFactJson(fact), decidedBy: fact.kind };
}

/** What a person said, without what it is about. */
export function toFactJson({ state, atMs, source, evidence, wording }: ConsentFact): IDataObject {
	return { state, since: toIso(atMs), source, evidence: evidence === '' ? null : evidence, wording: wording ?? null };
}
