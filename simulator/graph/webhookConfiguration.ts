import type { Engine } from '../Engine.ts';
import type { JsonObject } from '../JsonObject.ts';

/** The `webhook_configuration` of a business number: every level that has an address. */
export function webhookConfiguration({ subscriptions: { own } }: Engine, phoneNumberId: string): JsonObject {
	const phoneNumber = own.numberOverrideUrls.get(phoneNumberId);
	return {
		...(phoneNumber && { phone_number: phoneNumber }),
		...(own.accountOverrideUrl && { whatsapp_business_account: own.accountOverrideUrl }),
		...(own.subscription && { application: own.subscription.callbackUrl }),
	};
}
