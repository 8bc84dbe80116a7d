import type { TemplateFile } from '../TemplateMedia';
import type { TemplateField } from '../TemplateField';
import type { TemplatePart } from '../TemplatePart';
import { TemplateParameterError } from '../TemplateParameterError';
import type { SectionPlace } from './SectionPlace';

/** What Meta takes as the file of a header: MIME types and the largest size in bytes. */
interface MediaRule {
	mimeTypes: RegExp;
	inWords: string;
	largestBytes: number;
}

const MEBIBYTE = 1024 * 1024;

/**
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media (read 2025-12)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-media (read 2026-05-21; GIF)
 */
const RULES: Record<string, MediaRule> = {
	IMAGE: { mimeTypes: /^image\/(jpeg|png)$/, inWords: 'a JPEG or PNG picture', largestBytes: 5 * MEBIBYTE },
	VIDEO: { mimeTypes: /^video\/(mp4|3gpp?)$/, inWords: 'an MP4 or 3GP video', largestBytes: 16 * MEBIBYTE },
	GIF: { mimeTypes: /^video\/mp4$/, inWords: 'an MP4 video', largestBytes: 3.5 * MEBIBYTE },
	DOCUMENT: { mimeTypes: /./, inWords: 'a file', largestBytes: 100 * MEBIBYTE },
};

// Meta's are 15 digits and more; a short number is a mistake.
const MEDIA_ID = /^\d{8,25}$/;

/** What stands for the ID of a file until it is uploaded. */
const NOT_UPLOADED = 'not uploaded yet';

/** Says whether a header of this format takes a file. */
export function isMediaFormat(format: string): boolean {
	return Object.hasOwn(RULES, format);
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
			const isFile = typeof given !== 'string';
			if (isFile) checkFile(media, format, given);
			const name = values.has(filename) ? values.word(filename) : isFile ? given.fileName : undefined;
			const source = isFile ? { id: given.mediaId ?? NOT_UPLOADED } : toSource(media, given);
			const object = { ...source, ...(takesName && name !== undefined && { filename: name }) };
			return { type: 'header', parameters: [{ type, [type]: object }] };
		},
	};
}

function toSource({ label }: TemplateField, given: string): { link: string } | { id: string } {
	if (MEDIA_ID.test(given)) return { id: given };
	if (/^https:\/\/[^\s/]+\S*$/i.test(given)) return { link: given };
	throw new TemplateParameterError(
		label,
		`'${label}' is neither a link that begins with https:// nor a media ID, and no file of the item has this name: ${given.slice(0, 80)}`,
		'Give a link that Meta can fetch without a login, the ID of an uploaded file, or the name of a file field of the item, for example data.',
	);
}

function checkFile({ label }: TemplateField, format: string, { property, mimeType, sizeBytes }: TemplateFile): void {
	const rule = RULES[format];
	if (rule === undefined) return;
	const type = mimeType.split(';')[0]?.trim().toLowerCase() ?? '';
	if (!rule.mimeTypes.test(type)) {
		throw new TemplateParameterError(
			label,
			`'${label}' wants ${rule.inWords}, and the file '${property}' is of the type ${mimeType}.`,
			'Convert the file, or choose a template with another header.',
		);
	}
	if (sizeBytes === undefined || (sizeBytes > 0 && sizeBytes <= rule.largestBytes)) return;
	throw new TemplateParameterError(
		label,
		`The file '${property}' for '${label}' has ${sizeBytes} bytes; WhatsApp takes from 1 to ${rule.largestBytes}.`,
		'Give a smaller file.',
	);
}
