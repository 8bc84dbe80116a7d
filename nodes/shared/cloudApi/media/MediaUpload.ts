import type { Readable } from 'node:stream';

/** A file that is to be uploaded to Meta. */
export interface MediaUpload {
	fileName: string;
	/** MIME type, for example `application/pdf`. */
	mimeType: string;
	/** Undefined when it is not known before the file is read. */
	sizeBytes?: number;
	/** Opens its content; once for each try, because a stream is read only once. */
	open(): Promise<Buffer | Readable>;
}
