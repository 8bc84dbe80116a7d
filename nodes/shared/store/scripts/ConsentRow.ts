import type { ConsentFact } from '../../domain/Consent';

/** The columns that consent is derived from, alike in every database. */
export interface ConsentRow {
	/** Index of the user who was asked for. */
	position: number;
	category: ConsentFact['kind'];
	state: ConsentFact['state'];
	at_ms: number;
	source: string;
	evidence: string;
	wording: string | null;
}

/** Reads a fact from its columns. */
export function toConsentFact({ category, state, at_ms, source, evidence, wording }: ConsentRow): ConsentFact {
	return { kind: category, state, atMs: at_ms, source, evidence, ...(wording !== null && { wording }) };
}
