/**
 * What makes two uploads the same to Meta. The name of the file is not part of it: a message that shows a name carries it
 * itself.
 */
export interface MediaKey {
	/** WABA whose credential uploaded the file. */
	businessAccountId: string;
	/** Business number it was uploaded for; Meta takes its media ID in messages of no other one. */
	phoneNumberId: string;
	/** SHA-256 over its bytes, in hex. */
	sha256: string;
	/** MIME type, for example `application/pdf`. */
	mimeType: string;
}

/** A file that Meta has. */
export interface MediaRecord extends MediaKey {
	mediaId: string;
	/** From when on its media ID must not be used any more; epoch milliseconds, UTC. */
	expiresAtMs: number;
}

/** Keeps which files were uploaded, so that none goes up twice while its media ID is good. */
export interface MediaLibrary {
	/**
	 * Looks files up.
	 *
	 * @param atMs - the instant at which the media ID has to be good; epoch milliseconds, UTC
	 * @returns one answer for each key, in order; undefined where none is on record, or its media ID has expired by then
	 * @throws {SessionStoreError} when the store cannot be read
	 */
	findMedia(keys: MediaKey[], atMs: number): Promise<Array<MediaRecord | undefined>>;

	/**
	 * Adds files. Of several media IDs for one key the one that lives longest is kept, in whatever order they come.
	 *
	 * @param atMs - now; epoch milliseconds, UTC. What has expired is removed some time later
	 */
	recordMedia(records: MediaRecord[], atMs: number): Promise<void>;

	/** Removes files whose media ID Meta does not know any more; one that was uploaded anew meanwhile stays. */
	forgetMedia(media: Array<MediaKey & { mediaId: string }>): Promise<void>;
}
