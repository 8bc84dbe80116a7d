import type { MessagePrice } from '../MessageStatus';

/** What counts of one outbound message, as its statuses say. */
export interface MessageUsage {
	/** wamid. */
	messageId: string;
	/** Names the member of a group for whom it counts; undefined for a message to one person. */
	participantId?: string;
	phoneNumberId: string;
	/** The earliest instant at which Meta is known to have had it; epoch milliseconds, UTC. */
	sentAtMs: number;
	/** The earliest instant at which the person is known to have had it; undefined until then. */
	deliveredAtMs?: number;
	/** Undefined until a status said so. */
	price?: Pick<MessagePrice, 'category' | 'type' | 'isBillable'>;
}

/** How many messages of one business number and one kind there were. */
export interface UsageCount {
	phoneNumberId: string;
	/** By the instant of being sent, or of being delivered. */
	counted: 'sent' | 'delivered';
	/** Meta's word; undefined where no status said it. */
	category?: string;
	/** Meta's word for the price of what was delivered; undefined where no status said it. */
	type?: string;
	/** Undefined where no status said it. */
	isBillable?: boolean;
	count: number;
}
