import { templatePlaceholders } from '../templatePlaceholders';
import { checkButtons } from './checkButtons';
import { checkDraftText } from './checkDraftText';
import { checkEdges } from './checkEdges';
import { checkLength } from './checkLength';
import { DRAFT_LIMITS, SAMPLE_TYPES } from './draftLimits';
import { refuse } from './refuse';
import type { DraftHeader, DraftMediaFormat, TemplateDraft } from './TemplateDraft';

// Asterisks and backticks anywhere; _ and ~ only where WhatsApp makes letters slanted or struck through: around words.
const REFUSED_IN_HEADER =
	/[\r\n*`]|(?<![\p{L}\p{N}])([_~])(?=\S)[^_~]+(?<=\S)\1(?![\p{L}\p{N}])|\p{Emoji_Presentation}|\p{Emoji}\uFE0F/u;

const FORMATS_BESIDE_OFFER = new Set<DraftHeader['format']>(['NONE', 'IMAGE', 'VIDEO']);

/**
 * Checks the parts of a template's definition that are given, before anything of it is uploaded or submitted.
 *
 * @throws {TemplateParameterError} when Meta would refuse one of them; names the field as the form shows it
 */
export function checkDraft({ header, body, footer, buttons, parameterFormat, hasOffer = false }: TemplateDraft): void {
	if (header) checkHeader(header, parameterFormat);
	if (hasOffer) checkBesideOffer({ header, footer });
	if (body) {
		checkLength('Body', body.text, hasOffer ? DRAFT_LIMITS.offerBody : DRAFT_LIMITS.body);
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
	// Names of variables may hold underscores, and formatting may be around them.
	if (REFUSED_IN_HEADER.test(text.text.replace(/\{\{[^{}]*\}\}/g, 'x'))) {
		refuse('Header Text', 'holds a line break, formatting or an emoji, which WhatsApp refuses there.', 'Take it out.');
	}
	const count = templatePlaceholders(text.text).length;
	if (count > DRAFT_LIMITS.headerVariables) {
		refuse('Header Text', `has ${count} variables; WhatsApp allows ${DRAFT_LIMITS.headerVariables}.`, 'Move the others into the body.');
	}
	checkDraftText(text, { label: 'Header Text', exampleLabel: 'Header Example', format });
}

function checkBesideOffer({ header, footer = '' }: Pick<TemplateDraft, 'header' | 'footer'>): void {
	if (header && !FORMATS_BESIDE_OFFER.has(header.format)) {
		refuse('Header', 'can only be an image or a video beside a limited-time offer.', 'Choose one of these, or none.');
	}
	if (footer !== '') refuse('Footer', 'cannot stand beside a limited-time offer.', 'Leave it empty.');
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
