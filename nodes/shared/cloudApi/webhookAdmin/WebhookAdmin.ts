/** Where Meta shall post webhooks, and the word by which it verifies the address. */
export interface Callback {
	/** Meta takes at most 200 characters for an override. */
	callbackUrl: string;
	verifyToken: string;
}

/** What Meta says about an access token. */
export interface TokenInfo {
	/** App the token was made for; empty when Meta does not say. */
	appId: string;
	isValid: boolean;
	/** Why it is not valid, in Meta's words; undefined when it is, or Meta does not say. */
	reason?: string;
	/** Permissions, for example `whatsapp_business_messaging`. */
	scopes: string[];
	/**
	 * IDs of the WABAs that the token may manage; undefined when Meta names none, which is so for a token that may manage
	 * all of its business.
	 */
	businessAccountIds?: string[];
	/** Epoch milliseconds, UTC; undefined for a token that does not expire. */
	expiresAtMs?: number;
}

/** The webhooks of an app for the object `whatsapp_business_account`. */
export interface AppSubscription {
	callbackUrl: string;
	/** Webhook fields the app is subscribed to. */
	fields: string[];
	isActive: boolean;
}

/** An app that gets the webhooks of a WABA. */
export interface SubscribedApp {
	appId: string;
	/** Empty when Meta does not say. */
	name: string;
	/** Where its webhooks for this WABA go instead of the app's own address; undefined when it has no override. */
	overrideUrl?: string;
}

/** The three addresses that webhooks of a business number may go to; the first one there is wins. */
export interface NumberCallbacks {
	phoneNumber?: string;
	businessAccount?: string;
	application?: string;
}

/**
 * The requests by which webhooks are set up. Every one of them rejects with a class of this folder.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override (read 2026-06)
 * @see https://developers.facebook.com/docs/graph-api/reference/app/subscriptions (app access token; platform.md 4.8)
 */
export interface WebhookAdmin {
	/** Asks Meta about the credential's token, with the token of the app; proves ID and secret of the app as well. */
	inspectToken(accessToken: string): Promise<TokenInfo>;
	/** Undefined when the app has no subscription to WhatsApp accounts. */
	getAppSubscription(appId: string): Promise<AppSubscription | undefined>;
	/** Replaces the subscription of the app. Meta verifies the address before it answers. */
	setAppSubscription(appId: string, callback: Callback, fields: string[]): Promise<void>;
	/** Takes the subscription of the app away; the app then gets no webhooks at all, overrides included. */
	deleteAppSubscription(appId: string): Promise<void>;
	/** Lists every app that gets the webhooks of a WABA. */
	listSubscribedApps(businessAccountId: string): Promise<SubscribedApp[]>;
	/**
	 * Subscribes the token's app to a WABA, with an address of its own when one is given.
	 *
	 * **WARNING:** without one it also clears the address that was set before.
	 */
	subscribeApp(businessAccountId: string, override?: Callback): Promise<void>;
	/** Reads where webhooks of one business number may go, as far as the token's app is concerned. */
	getNumberCallbacks(phoneNumberId: string): Promise<NumberCallbacks>;
	/** Sets the address of one business number, or clears it when undefined. */
	setNumberOverride(phoneNumberId: string, override: Callback | undefined): Promise<void>;
}
