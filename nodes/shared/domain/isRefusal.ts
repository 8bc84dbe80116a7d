import type { MessageStatus } from './MessageStatus';

/** Meta's error code "Re-engagement message": a free-form message met a closed customer service window. */
export const RE_ENGAGEMENT_CODE = 131047;

/**
 * Says whether a status reports that Meta dropped a message because the customer service window was closed.
 *
 * Meta accepts such a message with HTTP 200 and a wamid first; the refusal comes as a `failed` status.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (read 2026-09-11)
 */
export function isRefusal({ status, errorCodes }: Pick<MessageStatus, 'status' | 'errorCodes'>): boolean {
	return status === 'failed' && errorCodes.includes(RE_ENGAGEMENT_CODE);
}

/** Meta's code of a free-form message into a conversation that another responder owns. */
export const ANOTHER_RESPONDER_CODE = 131070;
