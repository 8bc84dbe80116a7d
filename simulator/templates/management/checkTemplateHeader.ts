import type { TemplateComponent } from '../TemplateDefinition.ts';
import { checkTemplateText } from './checkTemplateText.ts';
import { templateProblem } from './templateProblem.ts';
import type { TemplateRules } from './TemplateRules.ts';

const HEADER_CHARACTERS = 60;
const WITH_SAMPLE = new Set(['IMAGE', 'VIDEO', 'DOCUMENT', 'GIF']);
const FORMATS = new Set(['TEXT', 'LOCATION', 'PRODUCT', ...WITH_SAMPLE]);

/**
 * Checks the header of a new template.
 *
 * A sample is a handle of the Resumable Upload API; the address under which Meta lists one is taken too.
 *
 * @throws {GraphError} 100 with the subcode of what is wrong
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components (read 2026-09-11)
 */
export function checkTemplateHeader(header: TemplateComponent | undefined, rules: TemplateRules): void {
	if (!header) return;
	const { format = '', example } = header;
	if (!FORMATS.has(format)) throw templateProblem('other', `There is no header format "${format}".`);
	if (format === 'GIF' && rules.category !== 'MARKETING') {
		throw templateProblem('header', 'A GIF header is for marketing templates.');
	}
	if (format === 'TEXT') checkText(header, rules);
	if (!WITH_SAMPLE.has(format)) return;
	const handle: unknown = Array.isArray(example?.header_handle) ? example.header_handle[0] : undefined;
	const isKnown = typeof handle === 'string' && (/^https?:\/\//.test(handle) || rules.hasSample(handle));
	if (!isKnown) throw templateProblem('other', `The ${format} header needs a sample: give the handle of an upload.`);
}

function checkText({ text = '', example }: TemplateComponent, { isNamed }: TemplateRules): void {
	const words = text.replace(/\{\{[^{}]*\}\}/g, '');
	if (text === '') throw templateProblem('header', 'The header has no text.');
	if ([...text].length > HEADER_CHARACTERS) {
		throw templateProblem('length', `The header may have ${HEADER_CHARACTERS} characters.`);
	}
	if (/[\n\r*_~`]|\p{Extended_Pictographic}/u.test(words)) {
		throw templateProblem('header', "The header can't have new lines, formatting, emojis or asterisks.");
	}
	if ((text.match(/\{\{/g) ?? []).length > 1) throw templateProblem('header', 'The header may have one variable.');
	checkTemplateText({ place: 'header', text, example, isNamed });
}
