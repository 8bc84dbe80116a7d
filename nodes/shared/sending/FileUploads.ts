import type { MediaKey } from '../store/MediaLibrary';
import type { Destination } from './Destination';

/** A file of an item that a message carries. */
export interface ItemFile {
	/** Where it is: the name of the field that holds it. */
	property: string;
	/** Undefined when the file has none; only for Meta's records, a message that shows a name carries it itself. */
	fileName?: string;
	/** MIME type, for example `application/pdf`. */
	mimeType: string;
}

/** A file that Meta has. */
export interface UploadedFile {
	mediaId: string;
	key: MediaKey;
	/** Tells it from all other files of all accounts and business numbers. */
	name: string;
	/** True when it was uploaded for this run; false when its media ID was remembered, and may be gone by now. */
	isNew: boolean;
}

/** Gives the media ID of a file of the item; see {@link FileUploads.upload}. */
export type Upload = (file: ItemFile) => Promise<string>;

/** The files of one run of a node. */
export interface FileUploads {
	/**
	 * Gives the media ID of a file: the remembered one when Meta has the file already, else it is uploaded.
	 *
	 * @throws {InvalidInputError} when the file cannot be read
	 * @throws {CloudApiError} when Meta refuses it
	 * @throws {CloudApiNoAnswerError} when the upload gets no answer; no message has gone out then
	 * @throws {SessionStoreError} when it cannot be looked up
	 */
	upload(destination: Destination, file: ItemFile): Promise<UploadedFile>;
	/** Forgets files that Meta does not know any more, unless another item has uploaded them anew meanwhile. */
	forget(gone: UploadedFile[]): Promise<void>;
}
