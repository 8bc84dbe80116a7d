import { freeFormRefusal } from './freeFormRefusal.ts';

/** What a text in a request has to keep to. */
export interface TextRule {
	/** Its name, as the request spells it. */
	at: string;
	/** Most characters, in code points; undefined where Meta names no limit. */
	most?: number;
	/** Undefined when it may be left out. */
	isRequired?: true;
}

/**
 * Checks one text of a request. An emoji counts by its code points, as Meta counts.
 *
 * @throws {GraphError} 131008 when it is missing, 131009 when it is no text or too long
 */
export function checkTextValue(value: unknown, { at, most = Infinity, isRequired }: TextRule): void {
	if (value === undefined || value === '') {
		if (isRequired) throw freeFormRefusal.missing(at);
		return;
	}
	if (typeof value !== 'string') throw freeFormRefusal.wrong(at, 'must be a text');
	const { length } = [...value];
	if (length > most) throw freeFormRefusal.wrong(at, `has ${length} characters, at most ${most} are allowed`);
}
