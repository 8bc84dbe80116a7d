import type { MessageStatus } from './MessageStatus';

/** Meta's error code for a marketing message to somebody who has stopped marketing messages of the business. */
export const MARKETING_STOP_CODE = 131050;

/**
 * Says whether a status reports that Meta dropped a message because its recipient stopped marketing messages.
 *
 * Meta accepts such a message with HTTP 200 and a wamid first; the refusal comes as a `failed` status. Other kinds of
 * message still reach the person.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (read 2026-09-11)
 */
export function isMarketingStop({ status, errorCodes }: Pick<MessageStatus, 'status' | 'errorCodes'>): boolean {
	return status === 'failed' && errorCodes.includes(MARKETING_STOP_CODE);
}
