import { overridableFields } from './overridableFields.ts';
import type { SubscribedApp } from './SubscriptionBook.ts';
import type { WebhookRoute } from './WebhookRoute.ts';

/** Where a webhook goes, or why it goes nowhere. */
export type Destination = { url: string } | { problem: string };

/**
 * Finds the address that an app gets a webhook at: the number's override, the WABA's, the app's own.
 *
 * @param isInDevelopment - whether the app is in development mode, in which only test webhooks are delivered
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override (read 2026-06)
 */
export function findDestination(app: SubscribedApp, route: WebhookRoute, isInDevelopment: boolean): Destination {
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

function findObstacle(app: SubscribedApp, route: WebhookRoute, isInDevelopment: boolean): string | undefined {
	const { subscription } = app;
	if (!subscription) return 'no callback URL is set';
	if (!app.isSubscribedToAccount) return 'the app is not subscribed to the WABA';
	if (subscription.fields && !subscription.fields.includes(route.field ?? '')) {
		return `the app is not subscribed to ${route.field}`;
	}
	return isInDevelopment ? 'the app is in development mode: only test webhooks are delivered' : undefined;
}
