import { answersQuestion } from '../../domain/answersQuestion';
import type { InboundAnswer } from '../../domain/InboundAnswer';
import type { AnsweringDelivery, AnswerReceipt } from '../AnswerWaits';
import { toAnswerWait, type AnswerWaitRow } from './AnswerWaitRow';

/** A message with the waits of its person and number. */
export interface AnswerCandidate {
	answer: InboundAnswer;
	waits: AnswerWaitRow[];
}

/** Says which message answers which question; see `AnswerWaits.claimAnswers`. */
export function planAnswers(candidates: AnswerCandidate[], delivery: AnsweringDelivery): AnswerReceipt {
	const receipt: AnswerReceipt = { claimed: [], continued: [], underWay: [] };
	const taken = new Set<AnswerWaitRow>();
	for (const { answer, waits } of candidates) {
		const { eventId } = answer;
		const own = waits.filter((wait) => wait.answered_by === eventId);
		const isContinued = own.some(({ state }) => state === 'continued');
		const wait = isContinued ? undefined : pick(answer, waits.filter((row) => !taken.has(row) && isClaimable(row, eventId, delivery)));
		if (wait) taken.add(wait);
		if (isContinued) receipt.continued.push(eventId);
		else if (wait && isHeldElsewhere(wait, delivery)) receipt.underWay.push(eventId);
		else if (wait) receipt.claimed.push({ eventId, wait: toAnswerWait(wait), isRepeated: wait.answered_by === eventId });
	}
	return receipt.underWay.length > 0 ? { ...receipt, claimed: [] } : receipt;
}

/** A wait that another message has is that one's, also when its delivery died: it comes again. */
function isClaimable({ state, answered_by, gives_up_at_ms }: AnswerWaitRow, eventId: string, { atMs }: AnsweringDelivery): boolean {
	if (state !== 'open') return false;
	return answered_by === eventId || (answered_by === null && Number(gives_up_at_ms) > atMs);
}

function pick(answer: InboundAnswer, waits: AnswerWaitRow[]): AnswerWaitRow | undefined {
	const begun = waits.find((wait) => wait.answered_by === answer.eventId);
	if (begun) return begun;
	const asked = waits.filter((wait) => answersQuestion(answer, toAnswerWait(wait)));
	// Of two that were asked in the same millisecond always the same one, in whatever order the database gives them.
	return asked.toSorted((one, other) => Number(other.asked_at_ms) - Number(one.asked_at_ms) || (one.resume_url < other.resume_url ? -1 : 1))[0];
}

function isHeldElsewhere({ claimed_by, claimed_until_ms }: AnswerWaitRow, { deliveryId, atMs }: AnsweringDelivery): boolean {
	return claimed_by !== null && claimed_by !== deliveryId && Number(claimed_until_ms) > atMs;
}
