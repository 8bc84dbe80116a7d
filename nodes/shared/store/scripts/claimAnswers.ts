import type { InboundAnswer } from '../../domain/InboundAnswer';
import type { AnsweringDelivery, AnswerReceipt } from '../AnswerWaits';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import type { AnswerWaitRow } from './AnswerWaitRow';
import { planAnswers } from './planAnswers';
import { toKeyRow } from './toKeyRow';

/** Claims the waits that messages answer; see `AnswerWaits.claimAnswers`. */
export function* claimAnswers(answers: InboundAnswer[], delivery: AnsweringDelivery): SqlScript<AnswerReceipt> {
	const nothing: AnswerReceipt = { claimed: [], continued: [], underWay: [] };
	if (answers.length === 0) return nothing;
	const pairs = yield* query<{ position: number; question_id: string }>('findAnswerWaits', answers.map(toAnswerRow));
	if (pairs.length === 0) return nothing;
	const questions = [...new Set(pairs.map(({ question_id }) => question_id))];
	const rows = yield* query<AnswerWaitRow>('lockAnswerWaits', questions);
	const candidates = answers.map((answer, position) => {
		const theirs = new Set(pairs.flatMap((pair) => (pair.position === position ? [pair.question_id] : [])));
		return { answer, waits: rows.filter(({ question_id }) => theirs.has(question_id)) };
	});
	const receipt = planAnswers(candidates, delivery);
	const claims = receipt.claimed.map(({ eventId, wait }) => ({
		question_id: wait.questionId,
		resume_url: wait.resumeUrl,
		answered_by: eventId,
	}));
	if (claims.length > 0) yield* query('claimAnswerWaits', delivery.deliveryId, delivery.leaseUntilMs, claims);
	return receipt;
}

function toAnswerRow(answer: InboundAnswer) {
	const [phone_number_id, bsuid, wa_id] = toKeyRow(answer);
	return { event_id: answer.eventId, phone_number_id, bsuid, wa_id };
}
