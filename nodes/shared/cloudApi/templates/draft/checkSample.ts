import type { SampleFile } from '../../media/uploadSample';
import { SAMPLE_TYPES } from './draftLimits';
import { refuse } from './refuse';
import type { DraftMediaFormat } from './TemplateDraft';

/**
 * Checks a file that shows Meta's review what a header looks like.
 *
 * @param parameter - the field that names it
 * @throws {TemplateParameterError} when it is of a type that the header cannot show, or empty
 */
export function checkSample(parameter: string, format: DraftMediaFormat, { mimeType, content }: SampleFile): void {
	const types: readonly string[] = SAMPLE_TYPES[format];
	if (!types.includes(mimeType)) {
		refuse(
			parameter,
			`names a file of the type ${mimeType}, which cannot be the header '${format.toLowerCase()}'.`,
			`Take a file of the type ${types.join(' or ')}.`,
		);
	}
	if (content.length === 0) refuse(parameter, 'names an empty file.', 'Take another file.');
}
