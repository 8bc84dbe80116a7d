import type { NumberCallbacks } from '../../shared/cloudApi/webhookAdmin/WebhookAdmin';

/** Where the messages of a business number go, and who set it. */
export interface CallbackInForce {
	url: string;
	/** In words, for a sentence. */
	setFor: string;
}

/**
 * Gives the address that wins: that of the number, else that of the account, else that of the app.
 *
 * @returns undefined when there is none
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override (read 2026-06)
 */
export function callbackInForce({
	phoneNumber,
	businessAccount,
	application,
}: NumberCallbacks): CallbackInForce | undefined {
	if (phoneNumber) return { url: phoneNumber, setFor: 'for this number' };
	if (businessAccount) return { url: businessAccount, setFor: 'for the whole account' };
	return application ? { url: application, setFor: 'for the app' } : undefined;
}
