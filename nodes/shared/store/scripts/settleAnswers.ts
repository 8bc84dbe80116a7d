import type { AnswerOutcome, WaitClaim } from '../AnswerWaits';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';

/** Says what became of claimed waits; see `AnswerWaits.settleAnswers`. */
export function* settleAnswers(
	deliveryId: string,
	settled: Array<{ claim: WaitClaim & { eventId?: string }; outcome: AnswerOutcome }>,
): SqlScript<void> {
	const rows = settled.map(({ claim: { eventId, wait }, outcome }) => ({
		wait_id: wait.waitId,
		state: outcome === 'continued' || outcome === 'gone' ? outcome : 'open',
		answered_by: outcome === 'continued' || outcome === 'unknown' ? (eventId ?? null) : null,
	}));
	if (rows.length > 0) yield* query('settleAnswerWaits', deliveryId, rows);
}
