import type { UsageCount } from './MessageUsage';

/** How many delivered service messages of one business number and calendar month are free; people and groups share them. */
export const FREE_SERVICE_MESSAGES = 1_000;

/** What was sent, and what of it costs. */
export interface UsageFigures {
	/** Messages that Meta had in that time. */
	sent: number;
	/** Messages that arrived in that time: `free`, `charged` and `unpriced` together. */
	delivered: number;
	free: number;
	charged: number;
	/** Delivered messages whose price no status has said. */
	unpriced: number;
}

/** The figures of one business number. */
export interface NumberUsage extends UsageFigures {
	phoneNumberId: string;
	/** Of the free service messages of a month, how many are used; the figures have to be those of one month. */
	freeUsed: number;
	freeLeft: number;
	/** By Meta's category, in alphabetical order; what no status has named is undefined, and last. */
	categories: Array<UsageFigures & { category?: string }>;
}

/** The prices of service messages that are among the free ones of a month. */
export const FREE_TIER = ['free_customer_service', 'free_group_customer_service'];

/**
 * Puts counts together by number and category.
 *
 * @param phoneNumberIds - the numbers that are wanted, also those without a message
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing (read 2026-10-10)
 */
export function summarizeUsage(counts: UsageCount[], phoneNumberIds: string[]): NumberUsage[] {
	return phoneNumberIds.map((phoneNumberId) => {
		const own = counts.filter((one) => one.phoneNumberId === phoneNumberId);
		const names = [...new Set(own.map(({ category }) => category))].toSorted((one, other) => order(one) - order(other) || compare(one, other));
		const freeUsed = sum(own.filter(({ counted, type }) => counted === 'delivered' && FREE_TIER.includes(type ?? '')));
		return {
			phoneNumberId,
			...toFigures(own),
			freeUsed,
			freeLeft: Math.max(0, FREE_SERVICE_MESSAGES - freeUsed),
			categories: names.map((category) => ({ category, ...toFigures(own.filter((one) => one.category === category)) })),
		};
	});
}

function toFigures(counts: UsageCount[]): UsageFigures {
	const delivered = counts.filter(({ counted }) => counted === 'delivered');
	return {
		sent: sum(counts.filter(({ counted }) => counted === 'sent')),
		delivered: sum(delivered),
		free: sum(delivered.filter((one) => costs(one) === false)),
		charged: sum(delivered.filter((one) => costs(one) === true)),
		unpriced: sum(delivered.filter((one) => costs(one) === undefined)),
	};
}

/** Says whether a message is charged; undefined where no status said it. `billable` is Meta's own answer; only where it is missing the type has to do. */
export function costs({ isBillable, type }: Pick<UsageCount, 'isBillable' | 'type'>): boolean | undefined {
	if (isBillable !== undefined) return isBillable;
	return type === undefined ? undefined : !type.startsWith('free_');
}

function sum(counts: UsageCount[]): number {
	return counts.reduce((total, { count }) => total + count, 0);
}

function order(category: string | undefined): number {
	return category === undefined ? 1 : 0;
}

function compare(one = '', other = ''): number {
	return one < other ? -1 : Number(one > other);
}
