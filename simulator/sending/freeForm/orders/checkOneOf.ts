import { freeFormRefusal } from '../freeFormRefusal.ts';

/**
 * Checks a word of a request that has to be one of several.
 *
 * @param at - its name, as the request spells it
 * @throws {GraphError} 131008 when it is missing, 131009 when it is another one
 */
export function checkOneOf(value: unknown, choices: readonly string[], at: string): void {
	if (value === undefined || value === '') throw freeFormRefusal.missing(at);
	if (!choices.includes(String(value))) throw freeFormRefusal.wrong(at, `must be one of ${choices.join(', ')}`);
}
