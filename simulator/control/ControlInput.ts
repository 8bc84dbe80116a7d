import type { JsonObject } from '../JsonObject.ts';
import { toJsonObject } from '../toJsonObject.ts';
import { ControlError } from './ControlError.ts';

/** Reads the members of a control request and names the one that is wrong. */
export class ControlInput {
	/** The request as it came. */
	readonly members: JsonObject;

	/** @param body - parsed JSON; no body at all counts as an empty object */
	constructor(body: unknown) {
		const members = toJsonObject(body ?? {});
		if (!members) throw new ControlError('The request must be a JSON object.');
		this.members = members;
	}

	/** A text that has to be there. */
	text(name: string): string {
		const value = this.optionalText(name);
		if (value === undefined || value === '') throw new ControlError(`"${name}" is missing: give a text.`);
		return value;
	}

	/** A text, or undefined when the member is absent. Numbers are read as texts. */
	optionalText(name: string): string | undefined {
		const value = this.members[name];
		if (value === undefined || value === null) return undefined;
		if (typeof value !== 'string' && typeof value !== 'number') throw new ControlError(`"${name}" must be a text.`);
		return String(value);
	}

	/** A finite number, or undefined when the member is absent. */
	optionalNumber(name: string, least = -Infinity): number | undefined {
		const value = this.members[name];
		if (value === undefined || value === null) return undefined;
		if (typeof value !== 'number' || !Number.isFinite(value) || value < least) {
			throw new ControlError(`"${name}" must be a number${least > -Infinity ? ` of at least ${least}` : ''}.`);
		}
		return value;
	}

	/** True or false, or undefined when the member is absent. */
	optionalFlag(name: string): boolean | undefined {
		const value = this.members[name];
		if (value === undefined || value === null) return undefined;
		if (typeof value !== 'boolean') throw new ControlError(`"${name}" must be true or false.`);
		return value;
	}

	/** One of the choices, or undefined when the member is absent. */
	optionalChoice<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined {
		const value = this.members[name];
		if (value === undefined || value === null) return undefined;
		const choice = choices.find((candidate) => candidate === value);
		if (choice === undefined) throw new ControlError(`"${name}" must be one of ${choices.join(', ')}.`);
		return choice;
	}

	/** A list of texts, or undefined when the member is absent. */
	optionalTexts(name: string): string[] | undefined {
		const value = this.members[name];
		if (value === undefined || value === null) return undefined;
		const isList = Array.isArray(value) && value.every((element) => typeof element === 'string');
		if (!isList) throw new ControlError(`"${name}" must be a list of texts.`);
		return value;
	}

	/** A JSON object, or undefined when the member is absent. */
	optionalObject(name: string): JsonObject | undefined {
		const value = this.members[name];
		if (value === undefined || value === null) return undefined;
		const object = toJsonObject(value);
		if (!object) throw new ControlError(`"${name}" must be an object.`);
		return object;
	}
}
