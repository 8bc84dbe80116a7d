/**
 * A file that Meta keeps for a message, and where it can be fetched for a short while.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media (read 2026-06-16)
 */
export interface MediaFile {
	/** Address of the file; good for 5 minutes, and only with the token of the credential. */
	url: string;
	/** MIME type as Meta gives it, with its parameters; undefined when Meta does not say. */
	mimeType?: string;
	/** Digest of the file as Meta gives it. */
	sha256?: string;
	/** Size in bytes; undefined when Meta does not say. */
	sizeBytes?: number;
}
