import { CloudApiError } from '../errors/CloudApiError';

const MEDIA_UPLOAD_ERROR = 131053;
const NOT_VALID = 100;

/**
 * Says whether Meta refused an upload for the file itself, so that whoever uploads it is refused: not for the token, the
 * number or the pace of one caller.
 *
 * Documented for it is 131053; a type that is not taken has been seen to be answered with 100 and "Param file must be a file
 * with one of the following types" (github.com/fbsamples/whatsapp-api-examples, issue 10).
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (read 2026-09-11)
 */
export function isFileRefused(error: unknown): boolean {
	if (!(error instanceof CloudApiError)) return false;
	return error.code === MEDIA_UPLOAD_ERROR || (error.code === NOT_VALID && /\bParam file\b/i.test(error.details));
}
