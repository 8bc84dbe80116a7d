import type { IDataObject } from 'n8n-workflow';

/**
 * The header in which the waiting node repeats `waitId` when it goes on. It tells n8n's own answer from that of a proxy in front
 * of it, whose sign-in page is a 200 as well.
 */
export const CONTINUED_HEADER = 'x-whatsapp-session-continued';

/** Why a wait is over before its time: the person was asked something newer. */
export type WaitEnd = 'newerQuestion';

/** What a trigger posts to an execution that waits: the answer, or why it waits no more. */
export interface Continuation {
	/** Names the wait; see `AnswerWait.waitId`. */
	waitId: string;
	/** wamid of the question, for waits from before they had names. */
	questionId?: string;
	/** The answer, as the item is to have it. */
	answer?: IDataObject;
	endedBy?: WaitEnd;
}
