import type { MessageRecord } from '../../../simulator/world/MessageRecord.ts';
import { itemsOf } from '../../n8n/itemsOf.ts';
import type { Attempt } from './Attempts.ts';
import type { RoundKind } from './RoundKind.ts';
import { SEND_NODE } from './sendWorkflow.ts';

/** What became of the people of one or several rounds. */
export interface MessageCounts {
	/** People who got no message. */
	zero: number;
	one: number;
	/** People who got two messages or more. */
	two: number;
	/** Sends of which nobody knows in the end whether they were made. */
	undecided: number;
	/**
	 * Those of `undecided` that stay so: the node told it, n8n calls the execution done and offers no retry, and without a key of
	 * the builder's own a new run would be a new send.
	 */
	reported: number;
	/**
	 * Those of `zero` whose execution n8n has thrown away: in queue mode it overwrites the data of one whose worker was lost,
	 * and a retry runs no node.
	 */
	dropped: number;
}

const NOT_SENT = 1;
const DROPPED = /failed to be processed too many times/;
const UNDECIDED = /handed to WhatsApp before|nobody knows whether the message was sent/;

/** The messages that Meta has taken. */
export function acceptedMessages(sent: MessageRecord[]): MessageRecord[] {
	return sent.filter(({ status }) => status !== 'refused' && status !== 'failed');
}

function isUndecided({ notSent, error }: Record<string, unknown>): boolean {
	return (notSent as { reason?: string } | undefined)?.reason === 'undecided' || UNDECIDED.test(String(error));
}

/** What is counted. */
export interface CountedRound {
	people: number;
	/** Everything that was sent or tried in the round. */
	sent: MessageRecord[];
	/** The execution after which nothing was left to retry. */
	last: Attempt;
	keys: RoundKind['keys'];
}

/** Counts what Meta has taken, and what the last execution says about the rest. */
export function countMessages({ people, sent, last, keys }: CountedRound): MessageCounts {
	const perPerson = Object.values(Object.groupBy(acceptedMessages(sent), ({ waId }) => waId)).map((own) => own?.length ?? 0);
	const two = perPerson.filter((messages) => messages > 1).length;
	const items = itemsOf(last, SEND_NODE, NOT_SENT).filter(isUndecided).length;
	const message = String(last.data?.resultData.error?.message);
	const zero = people - perPerson.length;
	const undecided = items + (UNDECIDED.test(message) ? 1 : 0);
	const reported = last.finished && keys === 'default' ? undecided : 0;
	return { zero, one: perPerson.length - two, two, undecided, reported, dropped: DROPPED.test(message) ? zero : 0 };
}
