import { CloudApiError } from '../errors/CloudApiError';

const CODES = new Set([100, 131009, 131053]);
const IS_ABOUT_MEDIA = /\bmedia\b/i;

/**
 * Says whether Meta refused a message for a media ID that it does not know, any more or for this business number, and has
 * sent nothing.
 *
 * Meta has no code for that. It answers 100 with "Param image.id is not a valid whatsapp business account media attachment
 * ID"; 131009 (a value is not valid) and 131053 (a file cannot be used) may mean the same when their details speak of media.
 * Meant for messages that carry the ID of an upload: a file that is uploaded anew is the test.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (read 2026-09-11)
 */
export function isMediaGone(error: unknown): boolean {
	if (!(error instanceof CloudApiError) || error.wasPossiblySent) return false;
	return CODES.has(error.code) && IS_ABOUT_MEDIA.test(error.details);
}
