/**
 * The ad or post through which a user came to write.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/text (read 2026-03)
 */
export interface MessageReferral {
	/** Click ID of the ad (`ctwa_clid`), for reporting conversions; undefined for ads in Status. */
	clickId?: string;
	sourceUrl?: string;
	sourceId?: string;
	/** `ad` or `post`. */
	sourceType?: string;
	headline?: string;
	body?: string;
	mediaType?: string;
	/** Address of the ad's image or video. */
	mediaUrl?: string;
	thumbnailUrl?: string;
	/** Greeting that the ad showed. */
	welcomeText?: string;
}
