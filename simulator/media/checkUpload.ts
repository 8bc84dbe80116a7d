import { GraphError } from '../graph/GraphError.ts';

const KIBIBYTE = 1024;
const MEBIBYTE = 1024 * KIBIBYTE;

/** What Meta takes, by MIME type, and the most bytes of it; the first that fits counts. */
const LIMITS: ReadonlyArray<[mimeType: RegExp, largestBytes: number]> = [
	[/^image\/(jpeg|png)$/, 5 * MEBIBYTE],
	[/^image\/webp$/, 500 * KIBIBYTE],
	[/^audio\/(aac|amr|mpeg|mp4|ogg|opus)$/, 16 * MEBIBYTE],
	[/^video\/(mp4|3gpp?)$/, 16 * MEBIBYTE],
	[/^(application|text)\/[\w.+-]+$/, 100 * MEBIBYTE],
];

/** Which recordings an ending goes with; of other endings nothing is said. */
const RECORDINGS: Readonly<Record<string, RegExp>> = {
	aac: /aac$/,
	amr: /amr$/,
	m4a: /mp4$/,
	mp3: /mpeg$/,
	mp4: /mp4$/,
	ogg: /(?:ogg|opus)$/,
	opus: /(?:ogg|opus)$/,
};

/**
 * Checks a file by its type and size, as Meta does, and a recording by its name.
 *
 * **WARNING:** that a recording is refused whose name ends as another kind does is from reports, not from Meta's pages.
 *
 * @param name - as the form gives it
 * @returns the MIME type without parameters
 * @throws {GraphError} 131053
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media (read 2025-12)
 */
export function checkUpload(contentType: string, size: number, name: string): string {
	const mimeType = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
	const limit = LIMITS.find(([pattern]) => pattern.test(mimeType))?.[1];
	if (limit === undefined) throw new GraphError(131053, { details: `Param file must be a file with one of the supported types; received ${mimeType}` });
	const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
	if (mimeType.startsWith('audio/') && RECORDINGS[ending]?.test(mimeType) === false) {
		throw new GraphError(131053, { details: `The file ${name} is not of the type ${mimeType}` });
	}
	if (size > 0 && size <= limit) return mimeType;
	throw new GraphError(131053, { details: `File size must be from 1 to ${limit} bytes; received ${size}` });
}
