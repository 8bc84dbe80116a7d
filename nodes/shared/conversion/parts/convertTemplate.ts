import { CannotConvertError } from '../CannotConvertError';
import type { GivenParameters } from '../GivenParameters';
import { blocksOf, type ExpressionBlock } from '../expressions/blocksOf';
import { isExpression } from '../isExpression';
import type { NodeConversion } from '../NodeConversion';
import { takeAddress } from './takeAddress';
import { takeTemplateValues } from './takeTemplateValues';

const NOT_SENT =
	"What may not be sent leaves on the second output, Not Sent, with the reason. A marketing template now needs an opt-in on record: import yours, or choose Kept Elsewhere in 'Consent'.";

/** Message > Send Template becomes WhatsApp Send Template, its component rows the fields of the template. */
export function convertTemplate(given: GivenParameters): NodeConversion {
	const { value, typed, toDo } = takeTemplateValues(given);
	const parameters = {
		...takeAddress(given),
		templateFrom: 'name',
		...splitTemplate(given.take('template')),
		templateVariables: { mappingMode: 'defineBelow', value, matchingColumns: [], schema: [], attemptToConvertTypes: false, convertFieldsToString: true },
		...(typed.length > 0 && { options: { typedVariables: { values: typed } } }),
	};
	return { type: 'sendTemplate', typeVersion: 2, parameters, outputs: [0], outputCount: 2, toDo: [NOT_SENT, ...toDo] };
}

/**
 * The built-in node keeps name and language in one text, `order_update|en_US`, which may be an expression as a whole or in parts.
 *
 * @throws {CannotConvertError} when nobody can see where the name ends
 */
function splitTemplate(template: unknown): { templateName: string; templateLanguage: string } {
	const text = String(template ?? '');
	const blocks = isExpression(text) ? blocksOf(text) : [];
	const bar = findBar(text, blocks);
	if (bar !== -1) {
		const language = text.slice(bar + 1);
		return { templateName: text.slice(0, bar), templateLanguage: isExpression(text) ? `=${language}` : language };
	}
	if (!isExpression(text)) return { templateName: text, templateLanguage: 'en_US' };
	const [block] = blocks;
	if (!block || text.slice(1, block.start).trim() !== '' || text.slice(block.end).trim() !== '') throw new CannotConvertError("'template' is put together by expressions, without the bar between name and language.");
	const whole = text.slice(block.start + 2, block.end - 2).trim();
	return { templateName: `={{ String(${whole}).split("|")[0] }}`, templateLanguage: `={{ String(${whole}).split("|")[1] }}` };
}

/** Where the bar between name and language is; one within an expression is a part of it. -1 where there is none. */
function findBar(text: string, blocks: ExpressionBlock[]): number {
	let from = 0;
	for (const { start, end } of [...blocks, { start: text.length, end: text.length }]) {
		const at = text.slice(from, start).indexOf('|');
		if (at !== -1) return from + at;
		from = end;
	}
	return -1;
}
