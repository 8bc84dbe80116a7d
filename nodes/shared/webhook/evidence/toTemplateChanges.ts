import type { TemplateChange } from '../../domain/TemplateChange';
import type { WebhookEvent } from '../parsing/WebhookEvent';

/**
 * Gives the news about message templates among events, so that whoever remembers a list of them asks Meta again.
 *
 * A notice of a category to come counts as well. What names no template, or no account, is no news of any.
 *
 * @param receivedAtMs - when the webhook arrived; epoch milliseconds, UTC
 * @returns one change for each event, in their order
 */
export function toTemplateChanges(events: WebhookEvent[], receivedAtMs: number): TemplateChange[] {
	return events.flatMap((event) => {
		if (event.event !== 'templateChange') return [];
		const { businessAccountId, templateId } = event;
		return businessAccountId && templateId ? [{ businessAccountId, templateId, atMs: receivedAtMs }] : [];
	});
}
