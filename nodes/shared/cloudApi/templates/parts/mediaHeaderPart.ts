import { toDocumentName } from '../../media/toDocumentName';
import { readMedia } from '../../media/readMedia';
import type { TemplateField } from '../TemplateField';
import type { TemplatePart } from '../TemplatePart';
import type { SectionPlace } from './SectionPlace';

const HEADER_FORMATS = new Set(['IMAGE', 'VIDEO', 'GIF', 'DOCUMENT']);

/** Says whether a header of this format takes a file. */
export function isMediaFormat(format: string): boolean {
	return HEADER_FORMATS.has(format);
}

/**
 * The picture, video or document above the body: by link, by media ID, or as a file that is uploaded later.
 *
 * @param format - IMAGE, VIDEO, GIF or DOCUMENT
 */
export function mediaHeaderPart(format: string, { idPrefix, labelPrefix }: SectionPlace): TemplatePart {
	const type = format.toLowerCase();
	const header = labelPrefix === '' ? `Header ${type}` : `${labelPrefix}${type}`;
	const media: TemplateField = {
		id: `${idPrefix}header_media`,
		label: header,
		example: '',
		hint: 'link, media ID or file field',
		kind: 'media',
		isRequired: true,
	};
	const filename: TemplateField = {
		id: `${idPrefix}header_filename`,
		label: `${header} file name`,
		example: '',
		kind: 'word',
		isRequired: false,
	};
	const takesName = format === 'DOCUMENT';
	return {
		slot: 'header',
		fields: takesName ? [media, filename] : [media],
		toComponent(values) {
			const given = values.media(media);
			const name = values.has(filename) ? values.word(filename) : toDocumentName(given);
			const object = { ...readMedia(header, type, given), ...(takesName && name !== undefined && { filename: name }) };
			return { type: 'header', parameters: [{ type, [type]: object }] };
		},
	};
}
