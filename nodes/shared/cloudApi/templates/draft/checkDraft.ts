import { templatePlaceholders } from '../templatePlaceholders';
import { checkButtons } from './checkButtons';
import { checkDraftText } from './checkDraftText';
import { checkEdges } from './checkEdges';
import { checkLength } from './checkLength';
import { DRAFT_LIMITS, SAMPLE_TYPES } from './draftLimits';
import { refuse } from './refuse';
import type { DraftHeader, DraftMediaFormat, TemplateDraft } from './TemplateDraft';

/**
 * Checks the parts of a template's definition that are given, before anything of it is uploaded or submitted.
 *
 * @throws {TemplateParameterError} when Meta would refuse one of them; names the field as the form shows it
 */
export function checkDraft({ header, body, footer, buttons, parameterFormat }: TemplateDraft): void {
	if (header) checkHeader(header, parameterFormat);
	if (body) {
		checkLength('Body', body.text, DRAFT_LIMITS.body);
		checkDraftText(body, { label: 'Body', exampleLabel: 'Example Values', format: parameterFormat });
		checkEdges('Body', body.text);
	}
	if (footer !== undefined && footer !== '') checkFooter(footer);
	if (buttons) checkButtons(buttons);
}

function checkHeader(header: DraftHeader, format: TemplateDraft['parameterFormat']): void {
	if ('sample' in header) return checkSample(header.format, header.sample);
	if (header.format !== 'TEXT') return;
	const { text } = header;
	checkLength('Header Text', text.text, DRAFT_LIMITS.header);
	if (/[\r\n*]|\p{Emoji_Presentation}/u.test(text.text)) {
		refuse('Header Text', 'holds a line break, an asterisk or an emoji, which WhatsApp refuses there.', 'Take it out.');
	}
	const count = templatePlaceholders(text.text).length;
	if (count > DRAFT_LIMITS.headerVariables) {
		refuse('Header Text', `has ${count} variables; WhatsApp allows ${DRAFT_LIMITS.headerVariables}.`, 'Move the others into the body.');
	}
	checkDraftText(text, { label: 'Header Text', exampleLabel: 'Header Example', format });
}

function checkSample(format: DraftMediaFormat, { mimeType, content }: { mimeType: string; content: Buffer }): void {
	const types: readonly string[] = SAMPLE_TYPES[format];
	if (!types.includes(mimeType)) {
		refuse(
			'Sample File Field Name',
			`names a file of the type ${mimeType}, which cannot be the header '${format.toLowerCase()}'.`,
			`Take a file of the type ${types.join(' or ')}.`,
		);
	}
	if (content.length === 0) refuse('Sample File Field Name', 'names an empty file.', 'Take another file.');
}

function checkFooter(footer: string): void {
	checkLength('Footer', footer, DRAFT_LIMITS.footer);
	if (!/\{\{|\}\}/.test(footer)) return;
	refuse('Footer', 'has a variable, which WhatsApp does not allow there.', 'Move it into the body.');
}
