import type { MessagePrice } from '../MessageStatus';
import type { ChargeKind, Charges } from './Charges';
import type { UsageCount } from './MessageUsage';
import { costs, FREE_SERVICE_MESSAGES, FREE_TIER } from './summarizeUsage';

/** Messages of this pack that neither failed nor are done: not arrived, or without a price. */
export interface UnderWayCount {
	countsAs: ChargeKind;
	/** Undefined while no status has said it. */
	price?: Pick<MessagePrice, 'type' | 'isBillable'>;
	count: number;
}

/** All that is on record of the month of one business number. */
export interface ChargeEvidence {
	/** What arrived in the month, whichever app has sent it; what has no price is not looked at. */
	delivered: Array<Pick<UsageCount, 'type' | 'isBillable' | 'count'>>;
	underWay: UnderWayCount[];
	/** Whether Meta has charged a service message that was sent in the month: then the free ones are used up, whatever else is on record. */
	isTierUsedUp: boolean;
}

/**
 * Says what is taken of a month. A message under way counts as what it will cost at the most: what Meta has said of it, else what it is.
 *
 * Only what statuses say is known of other apps. So a charged service message tells more than the count of the free ones, which misses those from
 * before a trigger listened.
 */
export function toCharges({ delivered, underWay, isTierUsedUp }: ChargeEvidence): Charges {
	const used = sum(delivered.filter(({ type }) => FREE_TIER.includes(type ?? '')));
	const places = underWay.map((one) => ({ place: placeOf(one), count: one.count }));
	return {
		charged: sum(delivered.filter((one) => costs(one) === true)) + sum(places.filter(({ place }) => place === 'charged')),
		service: (isTierUsedUp ? Math.max(FREE_SERVICE_MESSAGES, used) : used) + sum(places.filter(({ place }) => place === 'service')),
	};
}

function placeOf({ countsAs, price }: UnderWayCount): 'charged' | 'service' | 'none' {
	const isCharged = costs(price ?? {});
	if (isCharged === true) return 'charged';
	if (isCharged === false) return FREE_TIER.includes(price?.type ?? '') ? 'service' : 'none';
	return countsAs === 'template' ? 'charged' : 'service';
}

function sum(counts: Array<{ count: number }>): number {
	return counts.reduce((total, { count }) => total + count, 0);
}
