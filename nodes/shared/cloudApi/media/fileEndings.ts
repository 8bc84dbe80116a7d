/** Endings of names by MIME type, the usual one first. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
	'audio/aac': ['aac'],
	'audio/amr': ['amr'],
	'audio/mp4': ['m4a', 'mp4'],
	'audio/mpeg': ['mp3', 'mpga'],
	'audio/ogg': ['ogg', 'oga', 'opus'],
	'audio/opus': ['opus', 'ogg'],
	'audio/wav': ['wav'],
	'image/avif': ['avif'],
	'image/gif': ['gif'],
	'image/heic': ['heic', 'heif'],
	'image/heif': ['heif', 'heic'],
	'image/jpeg': ['jpg', 'jpeg'],
	'image/png': ['png'],
	'image/webp': ['webp'],
	'video/3gpp': ['3gp', '3gpp'],
	'video/mp4': ['mp4', 'm4v'],
	'video/quicktime': ['mov'],
	'video/webm': ['webm'],
	'application/msword': ['doc'],
	'application/pdf': ['pdf'],
	'application/vnd.ms-excel': ['xls'],
	'application/vnd.ms-powerpoint': ['ppt'],
	'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
	'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
	'text/csv': ['csv'],
	'text/plain': ['txt'],
};

/**
 * Gives the endings that the name of a file of this type may have, without the dot and in small letters, the usual one first.
 *
 * @param mimeType - parameters such as `; codecs=opus` do not matter
 * @returns none for a type that is not known here
 */
export function fileEndings(mimeType: string): readonly string[] {
	const type = mimeType.split(';')[0]?.trim().toLowerCase() ?? '';
	return Object.hasOwn(ENDINGS, type) ? (ENDINGS[type] ?? []) : [];
}

/**
 * Gives the ending of a name, without the dot and in small letters.
 *
 * @returns undefined when it has none: after the last dot there is nothing, white space, or more than ten characters
 */
export function endingOf(name: string): string | undefined {
	return /\.([^.\s]{1,10})$/.exec(name)?.[1]?.toLowerCase();
}
