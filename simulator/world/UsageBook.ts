import type { JsonObject } from '../JsonObject.ts';
import type { MessageRecord } from './MessageRecord.ts';

/** Messages of one category, as their statuses said. */
export interface CategoryUsage {
	/** Meta's word. */
	category: string;
	/** Messages that Meta took in the month. */
	sent: number;
	/** Messages that arrived in the month: `free` and `charged` together. */
	delivered: number;
	/** Delivered and not billable. */
	free: number;
	/** Delivered and billable. */
	charged: number;
}

/** What one business number sent in one month. */
export interface MonthUsage {
	/** Business number. */
	phoneNumberId: string;
	/** For example `2026-10`. */
	month: string;
	/** How many of the month's free service messages have arrived. */
	freeUsed: number;
	/** In the order in which they were first used. */
	categories: CategoryUsage[];
}

/** A status that names a price. */
export interface PricedStatus {
	/** Meta's word. */
	status: MessageRecord['status'];
	/** Month of the status in the account's time zone. */
	month: string;
	/** Meta's `pricing`. */
	pricing: JsonObject;
}

/**
 * Counts messages from the statuses that name a price, each number and month on its own.
 *
 * A message counts as sent in the month of its `sent`, as free or charged in that of its `delivered`; other statuses name no price.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing (read 2026-10-10)
 */
export class UsageBook {
	private readonly months = new Map<string, MonthUsage>();

	/** Counts a status of a message that this business number has sent. */
	note(phoneNumberId: string, { status, month, pricing }: PricedStatus): void {
		if (status !== 'sent' && status !== 'delivered') return;
		const usage = this.open(phoneNumberId, month);
		const counts = openCategory(usage, String(pricing.category));
		counts[status] += 1;
		if (status === 'sent') return;
		counts[pricing.billable === true ? 'charged' : 'free'] += 1;
		if (pricing.type === 'free_customer_service' || pricing.type === 'free_group_customer_service') usage.freeUsed += 1;
	}

	/** Every number and month with a message, the newest month first. */
	list(): MonthUsage[] {
		return [...this.months.values()].sort((one, other) => other.month.localeCompare(one.month));
	}

	/** Forgets everything. */
	clear(): void {
		this.months.clear();
	}

	private open(phoneNumberId: string, month: string): MonthUsage {
		const key = `${phoneNumberId} ${month}`;
		const known = this.months.get(key) ?? { phoneNumberId, month, freeUsed: 0, categories: [] };
		this.months.set(key, known);
		return known;
	}
}

function openCategory({ categories }: MonthUsage, category: string): CategoryUsage {
	const known = categories.find((one) => one.category === category);
	if (known) return known;
	const added: CategoryUsage = { category, sent: 0, delivered: 0, free: 0, charged: 0 };
	categories.push(added);
	return added;
}
