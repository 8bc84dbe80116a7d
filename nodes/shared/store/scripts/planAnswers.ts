import type { InboundAnswer } from '../../domain/InboundAnswer';
import { judgeAnswer, type AnswerVerdict } from '../../domain/judgeAnswer';
import type { AnsweringDelivery, AnswerReceipt } from '../AnswerWaits';
import { toAnswerWait, type AnswerWaitRow } from './AnswerWaitRow';

/** A message with the waits of its person and number. */
export interface AnswerCandidate {
	answer: InboundAnswer;
	/** When it was first received; epoch milliseconds, UTC; undefined where that is now. */
	arrivedAtMs?: number;
	waits: AnswerWaitRow[];
}

/** Says which message answers which question; see `AnswerWaits.claimAnswers`. */
export function planAnswers(candidates: AnswerCandidate[], delivery: AnsweringDelivery): AnswerReceipt {
	const receipt: AnswerReceipt = { claimed: [], continued: [], asides: [], underWay: [] };
	const taken = new Set<AnswerWaitRow>();
	for (const candidate of candidates) {
		const { eventId } = candidate.answer;
		const { verdict, wait } = place(candidate, taken, delivery);
		if (verdict === 'answer') {
			taken.add(wait);
			const { tries, tried_since_ms, answered_by } = wait;
			const tried = { tries: Number(tries) + 1, triedSinceMs: Number(tried_since_ms ?? delivery.atMs) };
			receipt.claimed.push({ eventId, wait: toAnswerWait(wait), isRepeated: answered_by === eventId, ...tried });
		} else if (verdict === 'continued') receipt.continued.push(eventId);
		else if (verdict === 'aside') receipt.asides.push(eventId);
		else if (verdict === 'underWay' || verdict === 'tooEarly') receipt.underWay.push(eventId);
	}
	return receipt.underWay.length > 0 ? { ...receipt, claimed: [] } : receipt;
}

type Placed = { verdict: 'answer'; wait: AnswerWaitRow } | { verdict: Exclude<AnswerVerdict, 'answer'> | 'continued' | 'underWay'; wait?: never };

/** A wait that another message has is that one's, also when its delivery died: it comes again. */
function place(candidate: AnswerCandidate, taken: Set<AnswerWaitRow>, delivery: AnsweringDelivery): Placed {
	const { answer, waits } = candidate;
	const own = waits.filter((wait) => wait.answered_by === answer.eventId);
	if (own.some(({ state }) => state === 'continued')) return { verdict: 'continued' };
	const begun = own.find((wait) => wait.state === 'open' && !taken.has(wait));
	if (begun) return isHeldElsewhere(begun, delivery) ? { verdict: 'underWay' } : { verdict: 'answer', wait: begun };
	const open = waits.filter((wait) => !taken.has(wait) && isUnanswered(wait, delivery)).toSorted(namedFirst(answer));
	for (const wait of open) {
		const verdict = judgeAnswer(answer, toAnswerWait(wait), { atMs: delivery.atMs, arrivedAtMs: candidate.arrivedAtMs });
		if (verdict === 'answer') return { verdict, wait };
		if (verdict !== 'other') return { verdict };
	}
	return { verdict: isLateGesture(candidate) ? 'aside' : 'other' };
}

function isUnanswered({ state, answered_by, gives_up_at_ms }: AnswerWaitRow, { atMs }: AnsweringDelivery): boolean {
	return state === 'open' && answered_by === null && Number(gives_up_at_ms) > atMs;
}

/** A reaction to a question that has its answer asks for nothing new. */
function isLateGesture({ answer, waits }: AnswerCandidate): boolean {
	return answer.gesture !== undefined && waits.some((wait) => wait.state !== 'gone' && isNamedBy(answer, wait));
}

/** Of two that were asked in the same millisecond always the same one, in whatever order the database gives them. */
function namedFirst(answer: InboundAnswer): (one: AnswerWaitRow, other: AnswerWaitRow) => number {
	return (one, other) =>
		Number(isNamedBy(answer, other)) - Number(isNamedBy(answer, one)) ||
		Number(other.asked_at_ms) - Number(one.asked_at_ms) ||
		(one.wait_id < other.wait_id ? -1 : 1);
}

function isNamedBy({ repliesTo }: InboundAnswer, wait: AnswerWaitRow): boolean {
	return repliesTo !== undefined && toAnswerWait(wait).questionIds.includes(repliesTo);
}

/** Not by a clock that is ahead: a claim ends at the latest in twice its length. */
function isHeldElsewhere({ claimed_by, claimed_until_ms }: AnswerWaitRow, { deliveryId, atMs, leaseUntilMs }: AnsweringDelivery): boolean {
	const remainingMs = Number(claimed_until_ms) - atMs;
	return claimed_by !== null && claimed_by !== deliveryId && remainingMs > 0 && remainingMs <= 2 * (leaseUntilMs - atMs);
}
