import type { Destination } from './findDestination.ts';
import { postWebhook } from './postWebhook.ts';
import { signRawBody } from './signRawBody.ts';
import type { SubscribedApp } from './SubscriptionBook.ts';
import type { DeliveryAttempt, WebhookDelivery } from './WebhookDelivery.ts';

/** One round of tries to deliver a webhook. */
export interface DeliveryRound {
	/** The webhook; the tries are added to it. */
	delivery: WebhookDelivery;
	/** The apps it is for, and where each of them wants it. */
	destinations: ReadonlyArray<{ app: SubscribedApp; destination: Destination }>;
	/** By the real clock; epoch milliseconds. */
	nowMs: number;
	/** Milliseconds to wait for each answer. */
	timeoutMs: number;
}

/**
 * Posts a webhook to every app once. A repetition goes to all of them too, also to those that had answered 200.
 *
 * @returns whether every app answered 200, or `nowhere` when there was none to post to
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview (read 2026-09-11)
 */
export async function deliverToApps(round: DeliveryRound): Promise<'delivered' | 'refused' | 'nowhere'> {
	const { delivery, destinations } = round;
	const problems = destinations.flatMap(({ app, destination }) =>
		'problem' in destination
			? [destinations.length > 1 ? `${app.name}: ${destination.problem}` : destination.problem]
			: [],
	);
	if (problems.length > 0) delivery.problem = problems.join('; ');
	else delete delivery.problem;
	const posts = destinations.flatMap(({ app, destination }) =>
		'url' in destination ? [post(round, app, destination)] : [],
	);
	if (posts.length === 0) return 'nowhere';
	const attempts = await Promise.all(posts);
	delivery.rounds += 1;
	delivery.attempts.push(...attempts);
	return attempts.every(({ httpStatus }) => httpStatus === 200) ? 'delivered' : 'refused';
}

async function post(round: DeliveryRound, app: SubscribedApp, { url, headers }: { url: string; headers?: Record<string, string> }): Promise<DeliveryAttempt> {
	const { delivery, nowMs, timeoutMs } = round;
	const { rawBody } = delivery;
	const signature = headers ? undefined : sign(delivery, app.appSecret);
	const answer = await postWebhook({ url, rawBody, signature, headers: headers && prove(delivery, headers), timeoutMs });
	return { atMs: nowMs, round: delivery.rounds + 1, appId: app.id, url, ...answer, ...(signature && { signature }) };
}

/** What a provider sends in place of a signature: as it was told, another text, or nothing. */
function prove({ signing }: WebhookDelivery, headers: Record<string, string>): Record<string, string> {
	if (signing === 'missing') return {};
	return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, signing === 'valid' ? value : `not ${value}`]));
}

function sign({ rawBody, signing }: WebhookDelivery, appSecret: string): string | undefined {
	if (signing === 'missing') return undefined;
	return signRawBody(rawBody, signing === 'valid' ? appSecret : `not ${appSecret}`);
}
