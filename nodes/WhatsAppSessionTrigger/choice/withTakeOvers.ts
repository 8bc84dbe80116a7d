import { asksForPerson } from '../../shared/domain/asksForPerson';
import type { WebhookEvent } from '../../shared/webhook/parsing/WebhookEvent';

const TYPES = new Set(['text', 'button', 'interactive']);

/** Marks the messages that ask for a person of the business, by what people write or tap. In a group nobody speaks to the business alone. */
export function withTakeOvers(events: WebhookEvent[], words: ReadonlySet<string>): WebhookEvent[] {
	if (words.size === 0) return events;
	return events.map((event) => {
		if (event.event !== 'message' || event.groupId !== undefined || !TYPES.has(event.type)) return event;
		return asksForPerson(words, event.text ?? '') ? { ...event, asksForPerson: true } : event;
	});
}
