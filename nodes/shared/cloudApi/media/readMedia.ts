import { InvalidInputError } from '../../domain/InvalidInputError';
import { linkFault } from '../../domain/linkFault';
import { parseLink } from '../../domain/parseLink';
import { ANIMATED_WEBP } from './inspectMimeType';
import { MEDIA_RULES } from './mediaRules';
import { isMessageFile, type MessageFile } from './MessageFile';

/** Where the file of a message is, as the send call wants it. */
export type MediaSource = { id: string } | { link: string };

// Meta's are 15 digits and more; a short number is a mistake.
const MEDIA_ID = /^\d{8,25}$/;

/** What no header takes: line breaks, above all, would begin a header of their own. */
const NOT_IN_A_HEADER = /[^\x20-\x7e]/;

/** What stands for the ID of a file until it is uploaded. */
const NOT_UPLOADED = 'not uploaded yet';

/**
 * Reads where the file of a message is: a link, a media ID, or a file that is uploaded later.
 *
 * @param parameter - its label in the form
 * @param kind - a name of {@link MEDIA_RULES}
 * @throws {InvalidInputError} when it is none of these, or a file that Meta does not take
 */
export function readMedia(parameter: string, kind: string, value: unknown): MediaSource {
	if (isMessageFile(value)) {
		checkFile(parameter, kind, value);
		return { id: value.mediaId ?? NOT_UPLOADED };
	}
	const given = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
	if (given === '') {
		throw new InvalidInputError(parameter, `'${parameter}' is empty, so nothing was sent.`, 'Give a link, a media ID or the name of a file field.');
	}
	if (MEDIA_ID.test(given)) return { id: given };
	if (parseLink(given, ['https'])) return { link: given };
	const neither = 'is neither a link that begins with https:// nor a media ID, and no file of the item has this name';
	throw new InvalidInputError(
		parameter,
		`'${parameter}' ${isFileName(given) ? neither : linkFault(given, neither)}: ${given.slice(0, 80)}`,
		'Give a link that Meta can fetch without a login, the ID of an uploaded file, or the name of a file field of the item, for example data.',
	);
}

/** Says whether a text may be the name of a file field: it is neither a link nor a media ID. */
export function isFileName(value: string): boolean {
	const name = value.trim();
	return name !== '' && !MEDIA_ID.test(name) && !/^https?:/i.test(name);
}

function checkFile(parameter: string, kind: string, { property, mimeType, sizeBytes }: MessageFile): void {
	if (NOT_IN_A_HEADER.test(mimeType)) {
		throw new InvalidInputError(
			parameter,
			`The file '${property}' for '${parameter}' is of a type that cannot be one: ${JSON.stringify(mimeType).slice(0, 80)}`,
			'Give it a MIME type, for example application/pdf, in the node that makes or downloads the file.',
		);
	}
	const rule = MEDIA_RULES[kind];
	if (rule === undefined) return;
	const type = mimeType.split(';')[0]?.trim().toLowerCase() ?? '';
	if (!rule.mimeTypes.test(type)) {
		throw new InvalidInputError(
			parameter,
			`'${parameter}' wants ${rule.inWords}, and the file '${property}' is of the type ${mimeType}.`,
			/^image\/(?:avif|hei[cf])/.test(type) ? 'Convert it to JPEG: WhatsApp takes HEIC and AVIF in no kind of message.' : 'Convert the file, or send it in another way.',
		);
	}
	const stillBytes = mimeType === ANIMATED_WEBP ? undefined : rule.largestStillBytes;
	const largestBytes = stillBytes ?? rule.largestBytes;
	if (sizeBytes === undefined || (sizeBytes > 0 && sizeBytes <= largestBytes)) return;
	throw new InvalidInputError(
		parameter,
		`The file '${property}' for '${parameter}' has ${sizeBytes} bytes; WhatsApp takes from 1 to ${largestBytes}${stillBytes !== undefined ? ' of a sticker that does not move' : ''}.`,
		'Give a smaller file.',
	);
}
