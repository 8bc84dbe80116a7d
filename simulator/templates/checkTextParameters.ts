import { GraphError } from '../graph/GraphError.ts';
import type { JsonObject } from '../JsonObject.ts';
import { toJsonObject } from '../toJsonObject.ts';
import { hydrateText } from './hydrateText.ts';
import { parameterText } from './parameterText.ts';
import { templatePlaceholders } from './templatePlaceholders.ts';

/** A text of a template and the values sent for it. */
export interface TextParameters {
	/** Component in Meta's words, for example `body`. */
	component: string;
	/** Approved text with its placeholders. */
	text: string;
	/** Parameters as sent. */
	parameters: readonly JsonObject[];
	/** True when the template's placeholders are names. */
	isNamed: boolean;
	/** Most characters the text may have with its values. */
	mostCharacters: number;
}

/**
 * Checks the values for one text of a template.
 *
 * @throws {GraphError} 132000 for a wrong number, 132012 for a wrong kind or name, 131008 for an empty value, 132018
 * for characters that are not allowed, 132005 when the whole becomes too long
 */
export function checkTextParameters(sent: TextParameters): void {
	checkCount(sent);
	for (const parameter of sent.parameters) checkValue(sent, parameter);
	checkNames(sent);
	const length = [...hydrateText(sent.text, sent.parameters, sent.isNamed)].length;
	if (length > sent.mostCharacters) {
		const details = `${sent.component}: text has ${length} characters, at most ${sent.mostCharacters} are allowed`;
		throw new GraphError(132005, { details });
	}
}

function checkCount({ component, text, parameters }: TextParameters): void {
	const expected = templatePlaceholders(text).length;
	if (parameters.length === expected) return;
	const given = `${component}: number of localizable_params (${parameters.length})`;
	throw new GraphError(132000, { details: `${given} does not match the expected number of params (${expected})` });
}

function checkValue({ component }: TextParameters, parameter: JsonObject): void {
	const text = parameterText(parameter);
	if (text === undefined && parameter.type !== 'text') {
		const received = String(parameter.type).toUpperCase();
		throw new GraphError(132012, { details: `${component}: Format mismatch, expected TEXT, received ${received}` });
	}
	if (parameter.type === 'currency') checkAmount(component, parameter);
	if (!text) throw new GraphError(131008, { details: 'Parameter of type text is missing text value' });
	if (/[\n\r\t]| {4}/.test(text)) {
		const details = 'Param text cannot have new-line/tab characters or 4 or more consecutive spaces';
		throw new GraphError(132018, { details });
	}
}

function checkAmount(component: string, parameter: JsonObject): void {
	const { code, amount_1000: amount } = toJsonObject(parameter.currency) ?? {};
	if (/^[A-Z]{3}$/.test(String(code)) && Number.isInteger(amount)) return;
	throw new GraphError(132012, { details: `${component}: currency needs a code of three letters and a whole amount_1000` });
}

function checkNames({ component, text, parameters, isNamed }: TextParameters): void {
	const names = parameters.map((parameter) => parameter.parameter_name);
	if (!isNamed) {
		const isPositional = names.every((name) => name === undefined);
		if (!isPositional) throw new GraphError(132012, { details: `${component}: Parameter name is not expected` });
		return;
	}
	if (names.some((name) => typeof name !== 'string' || name === '')) {
		throw new GraphError(132012, { details: `${component}: Parameter name is missing or empty` });
	}
	const missing = templatePlaceholders(text).find((name) => !names.includes(name));
	if (missing) throw new GraphError(132012, { details: `${component}: Parameter ${missing} is missing` });
}
