import { asRecord } from './asRecord';
import { asText } from './asText';
import type { MessageReferral } from './MessageReferral';

/**
 * Reads the ad or post through which a user came to write.
 *
 * @param value - the `referral` of Meta's message object
 * @returns undefined when there is none; an empty one when nothing in it is readable
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/text (read 2026-03)
 */
export function readReferral(value: unknown): MessageReferral | undefined {
	const referral = asRecord(value);
	if (!referral) return undefined;
	const found: Array<[keyof MessageReferral, unknown]> = [
		['clickId', referral.ctwa_clid],
		['sourceUrl', referral.source_url],
		['sourceId', referral.source_id],
		['sourceType', referral.source_type],
		['headline', referral.headline],
		['body', referral.body],
		['mediaType', referral.media_type],
		['mediaUrl', asText(referral.image_url) ?? referral.video_url],
		['thumbnailUrl', referral.thumbnail_url],
		['welcomeText', asRecord(referral.welcome_message)?.text],
	];
	return Object.fromEntries(found.filter(([, text]) => asText(text) !== undefined));
}
