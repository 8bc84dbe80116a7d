import type { ChargedMonth } from '../domain/usage/ChargedMonth';
import type { Charges, ChargeWish } from '../domain/usage/Charges';
import type { SendClaim, SendRecord } from './SendLog';

/** A claim that has to fit a budget. */
export interface BudgetClaim extends SendClaim {
	budget: Pick<ChargedMonth, 'fromMs' | 'untilMs'> & ChargeWish;
	/** The templates that it was judged by, see `JudgedClaim`; undefined where it does not depend on them. */
	historyVersion?: string;
}

/**
 * Knows what is taken of a budget, so that it holds across workflows and processes: what statuses say is charged, and every send of this pack that
 * may yet be. A send that failed, or was released, gives its place back; one of which no status comes keeps it until the month is over.
 *
 * It is counted anew at most every few seconds, and at least every minute in which it matters; in between each claim adds its own. So what other
 * apps send, and sends without a budget, are seen a minute later at the most, and claims with one at once.
 */
export interface Budgets {
	/**
	 * Says what is taken of the month of a business number, with what is under way.
	 *
	 * @param wish - what is asked of it: where it does not fit, it is counted anew sooner
	 * @param atMs - epoch milliseconds, UTC
	 */
	findCharges(month: ChargedMonth, wish: ChargeWish, atMs: number): Promise<Charges>;

	/**
	 * Claims a send as `claimSends` does, or as `claimTemplateSend` where it was judged by a list, if it fits its budget at that moment. Of many that
	 * claim at once, as many win as the budget has room for.
	 *
	 * @returns undefined when the caller may send now; what is on record of the same send; or `overtaken` when it does not fit, its month is over or
	 * its list is another one by now: the caller has to judge again
	 */
	claimWithinBudget(claim: BudgetClaim): Promise<SendRecord | 'overtaken' | undefined>;
}
