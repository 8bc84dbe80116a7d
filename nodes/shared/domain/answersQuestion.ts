import type { InboundAnswer } from './InboundAnswer';

const SECOND_MS = 1000;

/** A question as far as its answer depends on it. */
export interface AskedQuestion {
	/** wamid. */
	questionId: string;
	/** When it was sent; epoch milliseconds, UTC. */
	askedAtMs: number;
}

/**
 * Says whether a message of the person who was asked may be the answer.
 *
 * One that names the message it answers (every tap, every reply) answers that one and no other. Any other message answers
 * when it was written after the question. WhatsApp gives whole seconds only, so within the second of the question it does.
 */
export function answersQuestion({ repliesTo, atMs }: InboundAnswer, { questionId, askedAtMs }: AskedQuestion): boolean {
	if (repliesTo !== undefined) return repliesTo === questionId;
	return atMs >= Math.floor(askedAtMs / SECOND_MS) * SECOND_MS;
}
