import type { WebhookSubscription } from './WebhookSubscription.ts';

/** An app and where it wants the webhooks of the WABA. */
export interface SubscribedApp {
	/** Meta app ID. */
	readonly id: string;
	/** Name of the app. */
	readonly name: string;
	/** Signs what the app gets. */
	readonly appSecret: string;
	/** The app's own address and fields; undefined while it has none. */
	subscription: WebhookSubscription | undefined;
	/** Without it the app gets nothing of the WABA. */
	isSubscribedToAccount: boolean;
	/** Address for this WABA instead of the app's own; undefined when there is none. */
	accountOverrideUrl: string | undefined;
	/** Addresses for single business numbers, by phone number ID; they win over the WABA's. */
	readonly numberOverrideUrls: Map<string, string>;
	/** Of a provider that passes webhooks on without Meta's signature: where to, by phone number ID. Undefined for an app that gets Meta's own. */
	readonly relayed?: Map<string, RelayedWebhook>;
}

/** Where a provider posts the webhooks of a number, and what it adds to each request. */
export interface RelayedWebhook {
	url: string;
	/** By name. */
	headers: Record<string, string>;
}

/** Another app that gets the webhooks of the same WABA. */
export interface SubscriberDraft {
	/** Receives the POSTs. */
	callbackUrl: string;
	/** Signs them. */
	appSecret: string;
	/** Webhook fields; undefined means all of them. */
	fields?: string[];
}

/** Which app gets which webhooks, and where. */
export class SubscriptionBook {
	/** The app whose credentials the simulator gives out. */
	readonly own: SubscribedApp;
	/** 360dialog, which posts to an address of each number. */
	readonly dialog360: SubscribedApp & Required<Pick<SubscribedApp, 'relayed'>>;
	private readonly others: SubscribedApp[] = [];

	/** @param own - ID, name and secret of the app; `isSubscribedToAccount` is how it begins */
	constructor(own: Pick<SubscribedApp, 'id' | 'name' | 'appSecret' | 'isSubscribedToAccount'>) {
		this.own = { ...own, subscription: undefined, accountOverrideUrl: undefined, numberOverrideUrls: new Map() };
		this.dialog360 = {
			id: '360',
			name: '360dialog',
			appSecret: '',
			isSubscribedToAccount: true,
			subscription: undefined,
			accountOverrideUrl: undefined,
			numberOverrideUrls: new Map(),
			relayed: new Map(),
		};
	}

	/** Every app, the own one first; 360dialog last, where a number has an address there. */
	list(): readonly SubscribedApp[] {
		const providers = this.dialog360.relayed.size > 0 ? [this.dialog360] : [];
		return [this.own, ...this.others, ...providers];
	}

	/** Adds another app that is subscribed to the WABA. */
	add({ callbackUrl, appSecret, fields }: SubscriberDraft): SubscribedApp {
		const count = this.others.length + 2;
		const app: SubscribedApp = {
			id: String(Number(this.own.id) + count - 1),
			name: `App ${count}`,
			appSecret,
			subscription: { callbackUrl, ...(fields && { fields }) },
			isSubscribedToAccount: true,
			accountOverrideUrl: undefined,
			numberOverrideUrls: new Map(),
		};
		this.others.push(app);
		return app;
	}
}
