import type { JsonObject } from '../../JsonObject.ts';
import { freeFormRefusal } from './freeFormRefusal.ts';

/**
 * Makes sure that an object has no other members than these.
 *
 * @param at - name of the object, as the request spells it
 * @throws {GraphError} 100, which names the first that is unexpected
 */
export function checkMembers(object: JsonObject, at: string, known: readonly string[]): void {
	const unexpected = Object.keys(object).find((member) => !known.includes(member));
	if (unexpected !== undefined) throw freeFormRefusal.shape(`Unexpected key "${unexpected}" on param "${at}".`);
}
