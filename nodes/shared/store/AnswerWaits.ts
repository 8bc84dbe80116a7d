import type { InboundAnswer } from '../domain/InboundAnswer';
import type { UserIdentity } from '../domain/Session';

/** A question that was sent, and the execution that waits for its answer. */
export interface AnswerWait {
	/** Business number that asked. */
	phoneNumberId: string;
	/** Who was asked. */
	user: UserIdentity;
	/** wamid of the question. */
	questionId: string;
	/**
	 * Where n8n takes the answer.
	 *
	 * **WARNING:** whoever has it can continue the execution: it belongs into no log and no error.
	 */
	resumeUrl: string;
	/** Names the n8n that holds the execution, among those that share the store. */
	instanceId: string;
	executionId: string;
	/** When the question was sent; epoch milliseconds, UTC. */
	askedAtMs: number;
	/** From when on no message is its answer any more; epoch milliseconds, UTC. */
	givesUpAtMs: number;
}

/** A delivery that looks for the questions its messages answer. */
export interface AnsweringDelivery {
	/** Names it among all deliveries of all processes. */
	deliveryId: string;
	/** Now; epoch milliseconds, UTC. */
	atMs: number;
	/** Until when other deliveries of the same messages must wait, should this process die; epoch milliseconds, UTC. */
	leaseUntilMs: number;
}

/** A wait that belongs to one message, until the delivery says what became of it. */
export interface AnswerClaim {
	/** The message. */
	eventId: string;
	wait: AnswerWait;
	/** True when an earlier delivery of the message had the wait and never said what became of it: it may have continued the execution. */
	isRepeated: boolean;
}

/** What messages answer. One in none of the lists answers nothing. */
export interface AnswerReceipt {
	claimed: AnswerClaim[];
	/** IDs of messages that have continued an execution before. */
	continued: string[];
	/** IDs of messages that another delivery is at work on. When there is one, nothing is claimed. */
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
	/** Adds waits; one for the same question and execution begins anew. */
	recordWaits(waits: AnswerWait[]): Promise<void>;

	/**
	 * Claims for each message the wait that it answers, in one transaction; see `answersQuestion`. Of several that a message may answer it is the
	 * one asked last, and no wait that another message has. A wait that is over, or was asked by another business number or of
	 * another person, never matches.
	 */
	claimAnswers(answers: InboundAnswer[], delivery: AnsweringDelivery): Promise<AnswerReceipt>;

	/** Says what became of claimed waits. Those of other deliveries stay as they are. */
	settleAnswers(deliveryId: string, settled: Array<{ claim: AnswerClaim; outcome: AnswerOutcome }>): Promise<void>;
}
