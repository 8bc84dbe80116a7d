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

/**
 * Checks a file by its type and size, as Meta does.
 *
 * @returns the MIME type without parameters
 * @throws {GraphError} 131053
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media (read 2025-12)
 */
export function checkUpload(contentType: string, size: number): string {
	const mimeType = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
	const limit = LIMITS.find(([pattern]) => pattern.test(mimeType))?.[1];
	if (limit === undefined) throw new GraphError(131053, { details: `Param file must be a file with one of the supported types; received ${mimeType}` });
	if (size > 0 && size <= limit) return mimeType;
	throw new GraphError(131053, { details: `File size must be from 1 to ${limit} bytes; received ${size}` });
}
