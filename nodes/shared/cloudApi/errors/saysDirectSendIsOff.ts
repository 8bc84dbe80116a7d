import type { ErrorRow } from './ErrorRow';

/** Why a 100 that names Direct Send is refused, and what to do. Not in the table: there 100 is about any value. */
export const DIRECT_SEND_IS_OFF: ErrorRow = {
	code: 100,
	family: 'directSend',
	retry: 'no',
	summary: 'Meta has not enabled Direct Send for this account',
	advice:
		"Send an approved template instead: 'Send a Template Instead' in 'When the Window Is Closed'. Whether the account may have Direct Send " +
		'says WhatsApp Manager above the list of message templates.',
};

/**
 * Says whether a 100 is about Direct Send, which the account does not have, and not about a value. Meta has no code of its own for it.
 *
 * @param details - Meta's explanation, for example that the 'category' value requires Direct Send, which isn't enabled for this account
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/direct-send/api-reference (dated 2026-07-31)
 */
export function saysDirectSendIsOff(details: string): boolean {
	return /direct send/i.test(details) && /n['’o]t enabled|requires direct send/i.test(details);
}
