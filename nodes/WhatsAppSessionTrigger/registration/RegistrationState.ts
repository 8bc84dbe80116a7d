import type { AppSubscription } from '../../shared/cloudApi/webhookAdmin/WebhookAdmin';

/** What Meta has on record for the place where a trigger registers. */
export interface RegistrationState {
	/** Undefined when the app has no subscription to WhatsApp accounts. */
	app?: AppSubscription;
	/** Whether the WABA is subscribed to the app; without that nothing arrives. */
	isAccountSubscribed: boolean;
	/** Override of the WABA; undefined when it has none. */
	accountOverride?: string;
	/** Override of the number; undefined when it has none, and at other levels than the number's. */
	numberOverride?: string;
	/** Those of these addresses at which a trigger of this n8n, or this one, once listened and none does any more. */
	abandonedUrls: string[];
}
