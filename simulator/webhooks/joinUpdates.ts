import type { JsonObject } from '../JsonObject.ts';
import { sentComponents } from '../templates/sentComponents.ts';
import { overridableFields } from './overridableFields.ts';
import type { WebhookUpdate } from './WebhookUpdate.ts';

const JOINED_LISTS = ['messages', 'statuses', 'contacts'];

/** What an entry says beside its changes. */
export interface EntryParts {
	/** WABA ID. */
	businessAccountId: string;
	/** Epoch milliseconds. */
	nowMs: number;
}

/**
 * The body of one POST with all the updates.
 *
 * Messages of one number share a change, so do statuses; the changes are spread over two entries when there are
 * several. What is about the account gets entries with a time. Meta may batch in every one of these ways, and promises none.
 */
export function joinUpdates(updates: readonly WebhookUpdate[], { businessAccountId, nowMs }: EntryParts): JsonObject {
	const ofAccount = updates.filter(({ field }) => isOfAccount(field));
	const changes = joinValues(updates.filter(({ field }) => !isOfAccount(field)));
	const half = Math.ceil(changes.length / 2);
	const entries = [changes.slice(0, half), changes.slice(half)].filter((part) => part.length > 0);
	return {
		object: 'whatsapp_business_account',
		entry: [
			...entries.map((part) => ({ id: businessAccountId, changes: part })),
			...joinValues(ofAccount).map((change) => ({
				id: businessAccountId,
				time: Math.floor(nowMs / 1000),
				changes: [change],
			})),
		],
	};
}

/** Fields about the account: their entries say the time, those about people do not. */
function isOfAccount(field: string): boolean {
	return !overridableFields.has(field) && field !== 'user_preferences';
}

function joinValues(updates: readonly WebhookUpdate[]): JsonObject[] {
	const groups = new Map<string, WebhookUpdate[]>();
	for (const update of updates) {
		const kind = JOINED_LISTS.find((list) => list in update.value) ?? `alone-${groups.size}`;
		const key = JSON.stringify([
			update.field,
			update.value.metadata,
			update.field === 'messages' ? kind : groups.size,
		]);
		groups.set(key, [...(groups.get(key) ?? []), update]);
	}
	return [...groups.values()].map((group) => ({ value: joinGroup(group), field: group[0]?.field }));
}

function joinGroup(group: readonly WebhookUpdate[]): JsonObject {
	const joined: JsonObject = { ...group[0]?.value };
	for (const list of JOINED_LISTS) {
		const elements = group.flatMap((update) => sentComponents(update.value[list]));
		if (elements.length > 0) joined[list] = list === 'contacts' ? withoutRepeats(elements) : elements;
	}
	return joined;
}

function withoutRepeats(contacts: readonly JsonObject[]): JsonObject[] {
	return [...new Map(contacts.map((contact) => [contact.user_id, contact])).values()];
}
