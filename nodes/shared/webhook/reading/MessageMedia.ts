/**
 * A file that came with a message. Its ID is good for 7 days.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media (read 2025-12)
 */
export interface MessageMedia {
	id: string;
	mimeType?: string;
	/** Digest of the file as Meta gives it, in base64. */
	sha256?: string;
	/** Name of a document; undefined for other types. */
	fileName?: string;
	caption?: string;
	/** Where the file may be fetched with the token for 5 minutes; undefined when the webhook leaves it out. */
	url?: string;
	isVoice?: boolean;
	isAnimated?: boolean;
}
