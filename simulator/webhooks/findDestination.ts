import { overridableFields } from './overridableFields.ts';
import type { RelayedWebhook, SubscribedApp } from './SubscriptionBook.ts';
import type { WebhookRoute } from './WebhookRoute.ts';

/** Where a webhook goes, and with which headers in place of Meta's signature, or why it goes nowhere. */
export type Destination = ({ url: string } & Partial<RelayedWebhook>) | { problem: string };

/**
 * Finds the address that an app gets a webhook at: the number's override, the WABA's, the app's own.
 *
 * @param isInDevelopment - whether the app is in development mode, in which only test webhooks are delivered
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override (read 2026-06)
 */
export function findDestination(app: SubscribedApp, route: WebhookRoute, isInDevelopment: boolean): Destination {
	if (app.relayed) return findRelayed(app.relayed, route);
	const problem = route.isTest ? undefined : findObstacle(app, route, isInDevelopment);
	if (problem) return { problem };
	const { field, phoneNumberId } = route;
	const override =
		field !== undefined && overridableFields.has(field)
			? (app.numberOverrideUrls.get(phoneNumberId ?? '') ?? app.accountOverrideUrl)
			: undefined;
	const url = override ?? app.subscription?.callbackUrl;
	return url === undefined ? { problem: 'no callback URL is set' } : { url };
}

/** What is about no number goes to the first one that has an address; no page of 360dialog's says where. */
function findRelayed(relayed: ReadonlyMap<string, RelayedWebhook>, { phoneNumberId }: WebhookRoute): Destination {
	const found = phoneNumberId === undefined ? [...relayed.values()][0] : relayed.get(phoneNumberId);
	return found ?? { problem: 'the number has no address at the provider' };
}

function findObstacle(app: SubscribedApp, route: WebhookRoute, isInDevelopment: boolean): string | undefined {
	const { subscription } = app;
	if (!subscription) return 'no callback URL is set';
	if (!app.isSubscribedToAccount) return 'the app is not subscribed to the WABA';
	if (subscription.fields && !subscription.fields.includes(route.field ?? '')) {
		return `the app is not subscribed to ${route.field}`;
	}
	return isInDevelopment ? 'the app is in development mode: only test webhooks are delivered' : undefined;
}
