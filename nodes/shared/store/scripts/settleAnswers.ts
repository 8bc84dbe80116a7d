import type { AnswerClaim, AnswerOutcome } from '../AnswerWaits';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';

/** Says what became of claimed waits; see `AnswerWaits.settleAnswers`. */
export function* settleAnswers(
	deliveryId: string,
	settled: Array<{ claim: AnswerClaim; outcome: AnswerOutcome }>,
): SqlScript<void> {
	const rows = settled.map(({ claim: { eventId, wait }, outcome }) => ({
		question_id: wait.questionId,
		resume_url: wait.resumeUrl,
		state: outcome === 'continued' || outcome === 'gone' ? outcome : 'open',
		answered_by: outcome === 'continued' || outcome === 'unknown' ? eventId : null,
	}));
	if (rows.length > 0) yield* query('settleAnswerWaits', deliveryId, rows);
}
