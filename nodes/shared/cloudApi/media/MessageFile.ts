/** A file that a message is to carry, and that is uploaded only when everything else is in order. */
export interface MessageFile {
	/** Where it is: the name of the field that holds it. */
	property: string;
	/** Undefined when the file has none. */
	fileName?: string;
	/** MIME type, for example `application/pdf`. */
	mimeType: string;
	/** Undefined when it is not known before the upload. */
	sizeBytes?: number;
	/** Meta's ID of it; undefined before the upload. */
	mediaId?: string;
}

/** Says whether a value is a file, and not a link or an ID. */
export function isMessageFile(value: unknown): value is MessageFile {
	return typeof value === 'object' && value !== null && 'property' in value && 'mimeType' in value;
}
