import type { AnsweringDelivery, WaitClaim } from '../AnswerWaits';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { toWaitClaim, type AnswerWaitRow } from './AnswerWaitRow';

/** A webhook is answered within seconds; what is left is told with the next one. */
export const MOST_ENDED_AT_ONCE = 20;

/** Claims waits that have ended and whose executions have not been told; those of a delivery that failed, when its lease is over. */
export function* claimEndedWaits({ deliveryId, atMs, leaseUntilMs }: AnsweringDelivery): SqlScript<WaitClaim[]> {
	const claimed = yield* query<{ wait_id: string }>('claimEndedWaits', deliveryId, leaseUntilMs, atMs, MOST_ENDED_AT_ONCE);
	if (claimed.length === 0) return [];
	const rows = yield* query<AnswerWaitRow>('lockAnswerWaits', claimed.map(({ wait_id }) => wait_id));
	return rows.map(toWaitClaim);
}
