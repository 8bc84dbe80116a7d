import type { JsonObject } from '../../../JsonObject.ts';
import { toJsonObject } from '../../../toJsonObject.ts';
import { freeFormRefusal } from '../freeFormRefusal.ts';

/**
 * Reads `action.parameters` of an action that has a name.
 *
 * @param name - the name that `action.name` has to be
 * @param isOptional - true when an action without parameters is good too; it then counts as an empty object
 * @throws {GraphError} 131008 when something is missing, 131009 for another name, 100 for another shape
 */
export function readParameters(action: JsonObject, name: string, isOptional = false): JsonObject {
	const at = 'interactive.action';
	if (action.name === undefined) throw freeFormRefusal.missing(`${at}.name`);
	if (action.name !== name) throw freeFormRefusal.wrong(`${at}.name`, `must be ${name}`);
	if (action.parameters === undefined) {
		if (isOptional) return {};
		throw freeFormRefusal.missing(`${at}.parameters`);
	}
	const parameters = toJsonObject(action.parameters);
	if (!parameters) throw freeFormRefusal.shape(`Param ${at}.parameters must be a JSON object.`);
	return parameters;
}
