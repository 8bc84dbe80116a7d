import type { WebhookContacts } from '../reading/WebhookContacts';
import type { EventOrigin } from './EventOrigin';
import type { WebhookError } from './WebhookError';
import type { WebhookEvent } from './WebhookEvent';

/** What the items of one change have in common. */
export interface WebhookChange {
	/** Where the events come from; each adds its own `eventId` and `raw`. */
	origin: Omit<EventOrigin, 'eventId' | 'raw'>;
	/** The people whom the change introduces. */
	contacts: WebhookContacts;
	/** What Meta says about who owns the conversations of the change (`conversation_context`); undefined when nothing. */
	conversationContext?: Record<string, unknown>;
	/** Errors that stand beside the calls of the change; undefined when none do. */
	callErrors?: WebhookError[];
	/** When the webhook arrived; epoch milliseconds, UTC. */
	receivedAtMs: number;
	/** When Meta triggered the webhook, as Meta wrote it; undefined in the fields that do not say. */
	triggeredAt?: string;
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

/** Reads the value of a change as a whole. */
export type ValueReader = (value: Record<string, unknown>, change: WebhookChange) => WebhookEvent;
