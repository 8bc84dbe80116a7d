import type { BusinessPhoneNumber } from '../../shared/cloudApi/client/CloudApi';
import type { AppSubscription, NumberCallbacks, SubscribedApp, TokenInfo } from '../../shared/cloudApi/webhookAdmin/WebhookAdmin';
import type { CallbackAnswer } from '../../shared/n8n/account/askCallback';
import type { SessionCredentials } from '../../shared/n8n/account/SessionCredentials';

/** A business number, and the addresses that its webhooks may go to or why they could not be read. */
export type NumberWithCallbacks = { number: BusinessPhoneNumber } & (
	| { callbacks: NumberCallbacks }
	| { failure: unknown }
);

/**
 * What the links of one check share. Everything is asked once and remembered, failures as well, so that links which need
 * the same answer never contradict each other.
 */
export interface SetUpWalk {
	credentials: SessionCredentials;
	/** When the check runs; epoch milliseconds, UTC. */
	nowMs: number;
	/** Where the builder wants webhooks to go; empty when not said. */
	expectedCallbackUrl: string;
	/** Hosts that may be told the verify token: that of the expected address, and that of this n8n. */
	ownHosts: string[];
	/** Opens the store and reads from it. */
	openStore(): Promise<void>;
	/** How many conversations of the account's numbers another responder owns, by what was heard in the last 24 hours. */
	countOwnedElsewhere(): Promise<number>;
	/** See `WebhookAdmin.inspectToken`. */
	inspectToken(): Promise<TokenInfo>;
	/** See `CloudApi.getBusinessAccount`. */
	getBusinessAccount(): Promise<{ id: string; name: string }>;
	/** See `CloudApi.listPhoneNumbers`. */
	listPhoneNumbers(): Promise<BusinessPhoneNumber[]>;
	/** See `WebhookAdmin.getAppSubscription`. */
	getAppSubscription(): Promise<AppSubscription | undefined>;
	/** See `WebhookAdmin.listSubscribedApps`. */
	listSubscribedApps(): Promise<SubscribedApp[]>;
	/** See `getDialog360Webhook`; for a credential of 360dialog. */
	getDialog360Webhook(): Promise<string>;
	/** Addresses of every business number, in the order of the numbers. */
	listNumberCallbacks(): Promise<NumberWithCallbacks[]>;
	/** Asks an address as Meta does; see `askCallback`. For addresses on `ownHosts`. */
	askCallback(url: string): Promise<CallbackAnswer>;
}
