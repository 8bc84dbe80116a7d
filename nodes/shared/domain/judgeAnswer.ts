import type { InboundAnswer } from './InboundAnswer';

const SECOND_MS = 1000;

/**
 * How long a question may be without a name after it was begun; milliseconds. A request takes half of it at the longest; what has no
 * name then never gets one, because the process died or the store failed at that moment.
 */
const NAMING_MS = 60_000;

/** A question as far as its answer depends on it. */
export interface AskedQuestion {
	/** wamids: one, or those of all parts of a long text; empty as long as WhatsApp has not accepted it. */
	questionIds: string[];
	/** The instant before its request; epoch milliseconds, UTC. */
	askedAtMs: number;
	/** Since when its execution waits; epoch milliseconds, UTC. */
	waitsSinceMs: number;
	/** Whether a sticker or a reaction is an answer as well. */
	takesGestures: boolean;
}

/** When a message is judged, and when it came; epoch milliseconds, UTC, by the clock that the question is dated with. */
export interface AnswerMoment {
	/** Now. */
	atMs: number;
	/** When it was first received, by whatever trigger; undefined where that is now. */
	arrivedAtMs?: number;
}

/**
 * - `answer`: it may be the answer;
 * - `aside`: it belongs to the question, and is no answer to it: a sticker or a reaction that the builder did not ask for;
 * - `tooEarly`: it names a message, and the question has no name yet; a moment later it has;
 * - `other`: it has nothing to do with the question.
 */
export type AnswerVerdict = 'answer' | 'aside' | 'tooEarly' | 'other';

/**
 * Says what a message of the person who was asked is to a question.
 *
 * One that names a message (every tap, reply and reaction) belongs to the question of that name and no other. Any other
 * belongs to it when it came after the question: what was received by the instant of the request was not written in view of
 * it, whatever its second. Of what came later the time of writing counts, so that a message which was delivered late is no
 * answer; WhatsApp gives whole seconds only, so within the second of the question it is one.
 */
export function judgeAnswer(message: InboundAnswer, question: AskedQuestion, { atMs, arrivedAtMs = atMs }: AnswerMoment): AnswerVerdict {
	const { repliesTo, gesture } = message;
	const isNamed = question.questionIds.length > 0;
	const belongs = repliesTo !== undefined && isNamed ? question.questionIds.includes(repliesTo) : isLater(message, question, arrivedAtMs);
	if (!belongs) return 'other';
	if (repliesTo !== undefined && !isNamed && atMs < question.waitsSinceMs + NAMING_MS) return 'tooEarly';
	return gesture === undefined || (gesture === 'made' && question.takesGestures) ? 'answer' : 'aside';
}

function isLater({ atMs }: InboundAnswer, { askedAtMs }: AskedQuestion, arrivedAtMs: number): boolean {
	return arrivedAtMs > askedAtMs && atMs >= Math.floor(askedAtMs / SECOND_MS) * SECOND_MS;
}
