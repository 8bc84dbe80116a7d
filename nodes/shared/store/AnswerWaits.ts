import type { InboundAnswer } from '../domain/InboundAnswer';
import type { UserIdentity } from '../domain/Session';

/** A question, and the execution that waits for its answer. */
export interface AnswerWait {
	/** Names it among all waits of all processes. */
	waitId: string;
	/** Business number that asks. */
	phoneNumberId: string;
	/** Who is asked. */
	user: UserIdentity;
	/** wamids of the question: one, or those of all parts of a long text, in any order; empty until WhatsApp has accepted it. */
	questionIds: string[];
	/**
	 * Where n8n takes the answer.
	 *
	 * **WARNING:** whoever has it can continue the execution: it belongs into no log and no error.
	 */
	resumeUrl: string;
	/** Names the n8n that holds the execution, among those that share the store. */
	instanceId: string;
	executionId: string;
	/** The instant before the request of the question; epoch milliseconds, UTC. */
	askedAtMs: number;
	/** Since when the execution waits: later than the question where that went out in an earlier try; epoch milliseconds, UTC. */
	waitsSinceMs: number;
	/** From when on no message is its answer any more; epoch milliseconds, UTC. */
	givesUpAtMs: number;
	/** Whether a sticker or a reaction is an answer as well. */
	takesGestures: boolean;
}

/** A delivery that looks for the questions its messages answer. */
export interface AnsweringDelivery {
	/** Names it among all deliveries of all processes. */
	deliveryId: string;
	/** Now; epoch milliseconds, UTC. */
	atMs: number;
	/** Until when other deliveries of the same messages must wait, should this process die; epoch milliseconds, UTC. */
	leaseUntilMs: number;
	/** Who gathers messages that follow each other; undefined where every answer is given at once. */
	receiver?: string;
}

/** A wait that one delivery is at work on, and how often that was tried. */
export interface WaitClaim {
	wait: AnswerWait;
	/** How often n8n was to be told about the wait, this time included. */
	tries: number;
	/** When that began; epoch milliseconds, UTC. */
	triedSinceMs: number;
}

/** A wait that belongs to one message, until the delivery says what became of it. */
export interface AnswerClaim extends WaitClaim {
	/** The message. */
	eventId: string;
	/** True when an earlier delivery of the message had the wait and never said what became of it: it may have continued the execution. */
	isRepeated: boolean;
}

/** A message that is to be gathered with the others that answer the same question; see `Gatherings`. */
export interface GatheredAnswer {
	eventId: string;
	wait: AnswerWait;
	/** True when nothing has been gathered for the wait before: from then on it is held for the gathering. */
	isFirst: boolean;
}

/** What messages answer. One in none of the lists has nothing to do with a question. */
export interface AnswerReceipt {
	claimed: AnswerClaim[];
	/** Messages whose wait is held for the trigger that gathers them. */
	gathered: GatheredAnswer[];
	/** IDs of messages that have continued an execution before. */
	continued: string[];
	/** IDs of messages that belong to a question and are no answer to it: stickers and reactions that the builder did not ask for. */
	asides: string[];
	/** IDs of messages that have to come again: another delivery is at work on them. When there is one, nothing is claimed or gathered. */
	underWay: string[];
}

/**
 * - `continued`: n8n has continued the execution with the answer;
 * - `gone`: nobody waits any more;
 * - `free`: n8n has certainly not continued it; the next message, or the same one once more, may be the answer;
 * - `unknown`: n8n gave no answer that says so. The wait stays the message's own, and its next delivery is a repeated one.
 */
export type AnswerOutcome = 'continued' | 'gone' | 'free' | 'unknown';

/** Keeps who waits for an answer, so that each message continues one execution at the most. */
export interface AnswerWaits {
	/**
	 * Adds waits, each in one transaction with what follows from it. An execution waits for one answer at a time: an earlier wait of it
	 * that nobody has answered is forgotten. A wait whose question has a name ends the others; see {@link recordQuestion}.
	 */
	recordWaits(waits: AnswerWait[]): Promise<void>;

	/**
	 * Gives a wait the wamids of its question, now that WhatsApp has accepted it, and ends every other wait for the same person and
	 * business number that no message has: its question is not the newest any more. A wait that has itself been ended ends none.
	 *
	 * @param atMs - now; waits that have given up by then stay as they are; epoch milliseconds, UTC
	 */
	recordQuestion(waitId: string, questionIds: string[], atMs: number): Promise<void>;

	/** Forgets a wait whose question did not go out; does nothing where it is not on record. */
	withdrawWait(waitId: string): Promise<void>;

	/**
	 * Claims for each message the wait that it answers, in one transaction; see `judgeAnswer`. Of several that a message may answer it is the
	 * one asked last, and no wait that another message has. A wait that is over, or was asked by another business number or of
	 * another person, never matches. A message that names the question is its person's, also under a name that nothing has joined yet.
	 *
	 * A message that gathers holds the wait for its receiver instead, and what follows it belongs to the same wait, until the gathering is
	 * handed over; see `Gatherings.claimGatheredAnswers`. No newer question ends a wait that is held.
	 */
	claimAnswers(answers: InboundAnswer[], delivery: AnsweringDelivery): Promise<AnswerReceipt>;

	/** Says what became of claimed waits. Those of other deliveries stay as they are. */
	settleAnswers(deliveryId: string, settled: Array<{ claim: WaitClaim & { eventId?: string }; outcome: AnswerOutcome }>): Promise<void>;
}
