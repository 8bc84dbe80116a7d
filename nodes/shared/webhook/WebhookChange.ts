import type { WebhookContacts } from './WebhookContacts';
import type { EventOrigin, WebhookEvent } from './WebhookEvent';

/** What the items of one change have in common. */
export interface WebhookChange {
	/** Where the events come from; each adds its own `raw`. */
	origin: Omit<EventOrigin, 'raw'>;
	/** The people whom the change introduces. */
	contacts: WebhookContacts;
	/** When the webhook arrived; epoch milliseconds, UTC. */
	receivedAtMs: number;
}

/**
 * Reads one item of a change. The last argument is true when the item is the only one of its list.
 * Undefined means that the item is not readable.
 */
export type ItemReader = (
	item: Record<string, unknown>,
	change: WebhookChange,
	isOnlyItem: boolean,
) => WebhookEvent | undefined;
