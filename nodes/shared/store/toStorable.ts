import { toWellFormedText } from '../domain/toWellFormedText';
import { SessionStoreError } from './SessionStoreError';

/**
 * Gives what a port was handed as every database takes it, alike: texts well-formed ({@link toWellFormedText}), numbers whole.
 *
 * A part of a millisecond is left out: an expression may well leave one in an instant, and no rule depends on it. Left to the
 * databases, NaN would become "nothing is known", half an emoji another text or a refusal of the whole webhook.
 *
 * @returns the same object where nothing in it had to be changed
 * @throws {SessionStoreError} for NaN, an infinite number, and one that no integer holds exactly; nothing is recorded then
 */
export function toStorable<Value>(value: Value): Value {
	return toStorableValue(value) as Value;
}

/** @param name - of the field that holds the value; undefined for one that stands by itself */
function toStorableValue(value: unknown, name?: string): unknown {
	if (typeof value === 'string') return toWellFormedText(value);
	if (typeof value === 'number') return toWholeNumber(value, name);
	if (Array.isArray(value)) return toStorableList(value, name);
	return typeof value === 'object' && value !== null ? toStorableFields(value) : value;
}

function toWholeNumber(value: number, name: string | undefined): number {
	const whole = Math.floor(value);
	if (Number.isSafeInteger(whole)) return whole;
	throw new SessionStoreError(`The session store takes whole numbers, and ${name ? `'${name}'` : 'a number'} is ${value}.`, {
		advice: 'Look for a date or a duration in the workflow that is none.',
	});
}

// Ten thousand keys go through here at once: what is as it should be is neither copied nor listed.
function toStorableList(list: unknown[], name: string | undefined): unknown[] {
	let copy: unknown[] | undefined;
	for (let index = 0; index < list.length; index++) {
		const storable = toStorableValue(list[index], name);
		if (storable !== list[index]) (copy ??= [...list])[index] = storable;
	}
	return copy ?? list;
}

function toStorableFields(fields: object): object {
	const given = fields as Record<string, unknown>;
	let copy: Record<string, unknown> | undefined;
	for (const name in given) {
		const storable = toStorableValue(given[name], name);
		if (storable !== given[name]) (copy ??= { ...given })[name] = storable;
	}
	return copy ?? fields;
}
