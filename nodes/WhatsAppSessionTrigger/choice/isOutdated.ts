import type { WebhookEvent } from '../../shared/webhook/parsing/WebhookEvent';

/**
 * For how long Meta delivers a webhook again that was not answered; milliseconds. Two of its pages say 7 days, one says 36 hours: the
 * longer time counts, so that nothing that Meta repeats is left out.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview (read 2026-09-11)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint (read 2025-11)
 */
const LONGEST_REPETITION_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Says whether an event is older than anything that Meta still delivers: somebody posts an old webhook again, or a clock is wrong.
 *
 * A signature proves who made a webhook, not when. Nobody remembers the events of longer ago, so that such a one could start a workflow that
 * has handled it. At exactly 7 days it is not outdated. An event that names no time never is.
 *
 * @param receivedAtMs - when the webhook arrived; epoch milliseconds, UTC
 */
export function isOutdated(event: WebhookEvent, receivedAtMs: number): boolean {
	return 'atMs' in event && event.atMs !== undefined && receivedAtMs - event.atMs > LONGEST_REPETITION_MS;
}
