import { sentComponents } from '../templates/sentComponents.ts';
import { toJsonObject } from '../toJsonObject.ts';
import type { World } from '../world/World.ts';
import type { WebhookDelivery } from './WebhookDelivery.ts';

/** What a webhook is about. */
export interface WebhookTopics {
	/** Webhook fields; `messages` stands for what people write alone, and `statuses` for the rest of that field. Empty for bytes that are no webhook. */
	kinds: string[];
	/** wa_ids of the people it is about; empty for what is about the account. */
	waIds: string[];
}

/** Reads what a webhook is about, also one of one's own making: its body need not be JSON. */
export function topicsOf({ rawBody, messageIds }: Pick<WebhookDelivery, 'rawBody' | 'messageIds'>, world: World): WebhookTopics {
	const changes = sentComponents(parse(rawBody)?.entry).flatMap(({ changes: list }) => sentComponents(list));
	const contacts = changes.flatMap(({ value }) => sentComponents(toJsonObject(value)?.contacts));
	const people = contacts.map((contact) => world.findPerson(String(contact.wa_id ?? contact.user_id))?.waId);
	const waIds = [...messageIds.map((id) => world.findMessage(id)?.waId), ...people];
	return { kinds: [...new Set(changes.map(kindOf))], waIds: [...new Set(waIds.filter((waId) => waId !== undefined))] };
}

function kindOf({ field, value }: Record<string, unknown>): string {
	return field === 'messages' && toJsonObject(value)?.statuses !== undefined ? 'statuses' : String(field);
}

function parse(rawBody: string): ReturnType<typeof toJsonObject> {
	try {
		return toJsonObject(JSON.parse(rawBody));
	} catch {
		return undefined;
	}
}
