import type { JsonObject } from '../../JsonObject.ts';
import { toJsonObject } from '../../toJsonObject.ts';
import { templateProblem } from './templateProblem.ts';

/** A text of a new template, with the samples for its variables. */
export interface WrittenText {
	/** Where it stands. */
	place: 'header' | 'body';
	/** As written. */
	text: string;
	/** The component's `example`. */
	example: unknown;
	/** True when the template's variables are names. */
	isNamed: boolean;
}

/**
 * Checks the variables of a text: their form and order, where they stand, and a sample for each.
 *
 * **WARNING:** Meta does not say how many variables a text may have for its length; here there must be at least as many
 * words as variables.
 *
 * @throws {GraphError} 100 with the subcode of what is wrong
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview (read 2026-09-11)
 */
export function checkTemplateText(written: WrittenText): void {
	const variables = [...written.text.matchAll(/\{\{([^{}]*)\}\}/g)].map((match) => (match[1] ?? '').trim());
	if (variables.length === 0) return;
	checkNames(written, variables);
	checkPlaces(written);
	const words = written.text.replace(/\{\{[^{}]*\}\}/g, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
	const distinct = [...new Set(variables)];
	if (distinct.length > words.length) {
		throw templateProblem('variables', `The ${written.place} has too many variables for its length.`);
	}
	checkSamples(written, distinct);
}

function checkNames({ place, isNamed }: WrittenText, variables: readonly string[]): void {
	const areNumbers = variables.every((variable) => /^[1-9]\d*$/.test(variable));
	const areNames = variables.every((variable) => /^[a-z_][a-z0-9_]*$/.test(variable));
	if (isNamed ? !areNames : !areNumbers) {
		const form = isNamed ? 'lowercase letters, digits and underscores (NAMED)' : 'numbers (POSITIONAL)';
		throw templateProblem('other', `The variables of the ${place} must all be ${form}.`);
	}
	const distinct = new Set(variables);
	if (isNamed && distinct.size < variables.length) {
		throw templateProblem('other', `Each variable name may be used once in the ${place}.`);
	}
	const isSequence = [...distinct].every((variable) => Number(variable) <= distinct.size);
	if (!isNamed && !isSequence) {
		throw templateProblem('other', `The variables of the ${place} must count from {{1}} without a gap.`);
	}
}

function checkPlaces({ place, text }: WrittenText): void {
	if (/\}\}\s*\{\{/.test(text)) throw templateProblem(place, `Two variables of the ${place} stand side by side.`);
	// A header may be a variable and little else: Meta's own samples end in one.
	if (place === 'body' && /^\s*\{\{|\}\}\s*$/.test(text)) {
		throw templateProblem('edges', "Variables can't be at the start or end of the template.");
	}
}

function checkSamples({ place, example, isNamed }: WrittenText, variables: readonly string[]): void {
	const samples = toJsonObject(example) ?? {};
	const missing = isNamed
		? variables.filter((variable) => !namedSample(samples[`${place}_text_named_params`], variable))
		: variables.filter((variable) => !numberedSample(place, samples, Number(variable)));
	if (missing.length === 0) return;
	throw templateProblem('other', `The ${place} needs a sample for {{${missing.join('}}, {{')}}}.`);
}

function namedSample(list: unknown, name: string): unknown {
	const samples = Array.isArray(list) ? list.map(toJsonObject) : [];
	return samples.find((sample) => sample?.param_name === name)?.example;
}

/** `header_text` is a list; `body_text` is a list of lists, of which the first counts. */
function numberedSample(place: WrittenText['place'], samples: JsonObject, number: number): unknown {
	const list: unknown = place === 'body' ? toList(samples.body_text)[0] : samples.header_text;
	return toList(list)[number - 1];
}

function toList(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}
