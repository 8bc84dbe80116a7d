import type { MessageStatus } from './MessageStatus';

const MEDIA_UPLOAD_ERROR = 131053;

/**
 * Says whether a message failed for its file, so that the media ID that it carried is of no use: the next message has to upload the file
 * anew.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (read 2026-09-11)
 */
export function isMediaFailure({ status, errorCodes }: Pick<MessageStatus, 'status' | 'errorCodes'>): boolean {
	return status === 'failed' && errorCodes.includes(MEDIA_UPLOAD_ERROR);
}
