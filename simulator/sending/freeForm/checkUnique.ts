import { freeFormRefusal } from './freeFormRefusal.ts';

/**
 * Makes sure that no value is there twice.
 *
 * @param at - what the values are, for the refusal
 * @throws {GraphError} 131009
 */
export function checkUnique(values: readonly unknown[], at: string): void {
	const twice = values.find((value, index) => values.indexOf(value) !== index);
	if (twice !== undefined) throw freeFormRefusal.wrong(at, `has "${String(twice)}" twice`);
}
