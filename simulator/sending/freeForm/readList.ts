import type { JsonObject } from '../../JsonObject.ts';
import { toJsonObject } from '../../toJsonObject.ts';
import { freeFormRefusal } from './freeFormRefusal.ts';

/** What a list in a request has to keep to. */
export interface ListRule {
	/** Its name, as the request spells it. */
	at: string;
	/** Fewest elements; 1 when undefined. */
	least?: number;
	/** Most elements; undefined where Meta names no limit. */
	most?: number;
}

/**
 * Reads a list of objects.
 *
 * @throws {GraphError} 131008 when it is missing, 100 when it is no list of objects, 131009 for a wrong number of them
 */
export function readList(value: unknown, { at, least = 1, most = Infinity }: ListRule): JsonObject[] {
	if (value === undefined) throw freeFormRefusal.missing(at);
	const objects = Array.isArray(value) ? value.map(toJsonObject) : [undefined];
	const list = objects.filter((element) => element !== undefined);
	if (list.length < objects.length) throw freeFormRefusal.shape(`Param ${at} must be an array of JSON objects.`);
	if (list.length >= least && list.length <= most) return list;
	throw freeFormRefusal.wrong(at, `has ${list.length} elements; from ${least} to ${most} are allowed`);
}
