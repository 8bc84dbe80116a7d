import type { Charges, ChargeKind, ChargeWish } from './Charges';
import { FREE_SERVICE_MESSAGES } from './summarizeUsage';

/** How many messages of a month are charged in the end, if everything under way arrives. */
export function spentOf({ charged, service }: Charges): number {
	return charged + Math.max(0, service - FREE_SERVICE_MESSAGES);
}

/** Gives what is taken once so many more messages are under way; fewer where the count is negative. */
export function withMore({ charged, service }: Charges, countsAs: ChargeKind, count: number): Charges {
	return countsAs === 'template' ? { charged: charged + count, service } : { charged, service: service + count };
}

/**
 * Says whether a message may go out by its budget: what is spent stays within it, or the message adds nothing to that, because it is one of the
 * free ones of the month.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing (read 2026-10-10)
 */
export function fitsBudget(charges: Charges, { countsAs, count, mostCharged }: ChargeWish): boolean {
	const spent = spentOf(withMore(charges, countsAs, count));
	return spent <= mostCharged || spent === spentOf(charges);
}
