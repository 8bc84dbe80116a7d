import type { MessageEvent, WebhookEvent } from '../../shared/webhook/parsing/WebhookEvent';

/** What says something about another message, or comes from WhatsApp itself. */
const ALONE = new Set(['reaction', 'edit', 'revoke', 'system', 'request_welcome']);

/**
 * Says whether an event waits for the messages that follow it, where messages are combined.
 *
 * What is said about consent does not wait: it cuts through. Neither does a message in a group, whose next one may be another person's, nor
 * one on standby, which another responder is to answer: what it is combined with would be answered as well.
 */
export function isGathered(event: WebhookEvent): event is MessageEvent & WebhookEvent {
	if (event.event !== 'message' || event.groupId !== undefined || event.isStandby || event.consentChange !== undefined) return false;
	const { bsuid, waId } = event.user;
	return !ALONE.has(event.type) && (bsuid !== undefined || waId !== undefined);
}
