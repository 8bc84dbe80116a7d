import type { InboundAnswer } from '../../domain/InboundAnswer';
import { judgeAnswer, type AnswerVerdict } from '../../domain/judgeAnswer';
import type { AnsweringDelivery, AnswerReceipt } from '../AnswerWaits';
import { toAnswerWait, type AnswerWaitRow } from './AnswerWaitRow';
import { holdOf, isHeld } from './gatheringHold';

/** A message with the waits of its person and number. */
export interface AnswerCandidate {
	answer: InboundAnswer;
	/** When it was first received; epoch milliseconds, UTC; undefined where that is now. */
	arrivedAtMs?: number;
	waits: AnswerWaitRow[];
}

/** Says which message answers which question; see `AnswerWaits.claimAnswers`. */
export function planAnswers(candidates: AnswerCandidate[], delivery: AnsweringDelivery): AnswerReceipt {
	const receipt: AnswerReceipt = { claimed: [], gathered: [], continued: [], asides: [], underWay: [] };
	const places: Places = { taken: new Set(), held: new Set() };
	for (const candidate of candidates) {
		const { eventId } = candidate.answer;
		const { verdict, wait } = place(candidate, places, delivery);
		if (verdict === 'gathered') {
			receipt.gathered.push({ eventId, wait: toAnswerWait(wait), isFirst: !isHeldFor(wait, places, delivery) });
			places.held.add(wait);
		} else if (verdict === 'answer') {
			places.taken.add(wait);
			const { tries, tried_since_ms, answered_by } = wait;
			const tried = { tries: Number(tries) + 1, triedSinceMs: Number(tried_since_ms ?? delivery.atMs) };
			const isRepeated = answered_by === eventId && !isHeld(wait.claimed_by);
			receipt.claimed.push({ eventId, wait: toAnswerWait(wait), isRepeated, ...tried });
		} else if (verdict === 'continued') receipt.continued.push(eventId);
		else if (verdict === 'aside') receipt.asides.push(eventId);
		else if (verdict === 'underWay' || verdict === 'tooEarly') receipt.underWay.push(eventId);
	}
	return receipt.underWay.length > 0 ? { ...receipt, claimed: [], gathered: [] } : receipt;
}

/** What earlier messages of the same delivery have: waits that they continue, and waits that are held for them. */
interface Places {
	taken: Set<AnswerWaitRow>;
	held: Set<AnswerWaitRow>;
}

type Placed =
	| { verdict: 'answer' | 'gathered'; wait: AnswerWaitRow }
	| { verdict: Exclude<AnswerVerdict, 'answer'> | 'continued' | 'underWay'; wait?: never };

/** A wait that another message has is that one's, also when its delivery died: it comes again. */
function place(candidate: AnswerCandidate, places: Places, delivery: AnsweringDelivery): Placed {
	const { answer, waits } = candidate;
	const { taken } = places;
	const gathers = delivery.receiver === undefined ? undefined : answer.gathers;
	const own = waits.filter((wait) => wait.answered_by === answer.eventId);
	if (own.some(({ state }) => state === 'continued')) return { verdict: 'continued' };
	const begun = own.find((wait) => wait.state === 'open' && !taken.has(wait));
	if (begun) return placeAgain(begun, gathers, delivery);
	const open = waits.filter((wait) => !taken.has(wait) && (isUnanswered(wait, delivery) || isHeldFor(wait, places, delivery)));
	for (const wait of open.toSorted(namedFirst(answer))) {
		const verdict = judgeAnswer(answer, toAnswerWait(wait), { atMs: delivery.atMs, arrivedAtMs: candidate.arrivedAtMs });
		if (verdict === 'answer') {
			if (!isHeldFor(wait, places, delivery)) return { verdict: gathers === 'waits' ? 'gathered' : 'answer', wait };
			if (gathers !== undefined) return { verdict: 'gathered', wait };
			if (answer.gesture !== undefined) return { verdict: 'aside' };
		} else if (verdict !== 'other') return { verdict };
	}
	return { verdict: isLateGesture(candidate) ? 'aside' : 'other' };
}

/** A message that comes again, and was given a wait before. */
function placeAgain(wait: AnswerWaitRow, gathers: InboundAnswer['gathers'], delivery: AnsweringDelivery): Placed {
	if (!isHeld(wait.claimed_by)) return isHeldElsewhere(wait, delivery) ? { verdict: 'underWay' } : { verdict: 'answer', wait };
	const isOwn = delivery.receiver !== undefined && wait.claimed_by === holdOf(delivery.receiver);
	if (isOwn) return { verdict: gathers === undefined ? 'answer' : 'gathered', wait };
	// n8n has ended it by then, and says so.
	return Number(wait.gives_up_at_ms) > delivery.atMs ? { verdict: 'underWay' } : { verdict: 'answer', wait };
}

/** Whether what the person writes is being gathered for a wait, by the trigger that received this delivery. */
function isHeldFor(wait: AnswerWaitRow, { held }: Places, { receiver, atMs }: AnsweringDelivery): boolean {
	if (wait.state !== 'open' || Number(wait.gives_up_at_ms) <= atMs) return false;
	return held.has(wait) || (receiver !== undefined && wait.claimed_by === holdOf(receiver));
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
