import type { ChargedMonth } from '../../domain/usage/ChargedMonth';
import { fitsBudget, withMore } from '../../domain/usage/fitsBudget';
import type { BudgetClaim } from '../Budgets';
import { query } from '../query';
import type { SendOutcome, SendRecord } from '../SendLog';
import type { SqlScript } from '../SqlScript';
import { claimSends } from './claimSends';
import { claimTemplateSend } from './claimTemplateSend';
import { findSendsByName } from './findSendsByName';
import { keyOf, lockCharges } from './findCharges';

/** Claims a send that has to fit its budget; see `Budgets.claimWithinBudget`. */
export function* claimWithinBudget(claim: BudgetClaim): SqlScript<SendRecord | 'overtaken' | undefined> {
	const { budget, phoneNumberId } = claim;
	if (claim.claimedAtMs >= budget.untilMs) return 'overtaken';
	const month = { phoneNumberId, ...budget };
	const charges = yield* lockCharges(month, budget, claim.claimedAtMs);
	if (!fitsBudget(charges, budget)) {
		// The send that took the last place may be this very one.
		const [own] = yield* findSendsByName([claim]);
		return own && own.status !== 'failed' && !claim.takesOver ? own : 'overtaken';
	}
	const earlier = yield* claimJudged(claim);
	if (earlier === undefined) yield* addCharges(month, budget.countsAs, 1);
	return earlier;
}

/** Gives the places of sends that were refused back; see `recordOutcomes`. */
export function* giveChargesBack(released: SendOutcome[], removed: Array<{ send_once_key: string }>): SqlScript<void> {
	const keys = new Set(removed.map(({ send_once_key }) => send_once_key));
	for (const { sendOnceKey, place } of placesOf(released)) {
		if (keys.has(sendOnceKey)) yield* addCharges(place, place.countsAs, -1);
	}
}

/** Comes before the sends themselves, as in a claim: whoever claims one of them waits for the month first. */
export function* lockPlaces(released: SendOutcome[]): SqlScript<void> {
	for (const { place } of placesOf(released)) yield* query('lockCharges', ...keyOf(place));
}

function placesOf(released: SendOutcome[]) {
	return released.flatMap((outcome) => (outcome.state === 'released' && outcome.place ? [{ sendOnceKey: outcome.sendOnceKey, place: outcome.place }] : []));
}

function* claimJudged(claim: BudgetClaim): SqlScript<SendRecord | 'overtaken' | undefined> {
	const { template, historyVersion } = claim;
	if (template && historyVersion !== undefined) return yield* claimTemplateSend({ ...claim, template, historyVersion });
	const [earlier] = yield* claimSends([claim]);
	return earlier;
}

function* addCharges(month: ChargedMonth, countsAs: BudgetClaim['budget']['countsAs'], count: number): SqlScript<void> {
	const { charged, service } = withMore({ charged: 0, service: 0 }, countsAs, count);
	yield* query('addCharges', ...keyOf(month), charged, service);
}
