import type { Consent, ConsentCategory } from '../Consent';
import type { WindowState } from '../customerServiceWindow';
import type { Verdict } from './Verdict';

/** What the builder of the workflow wants when a free-form message meets a closed window. */
export type ClosedWindowPolicy = 'route' | 'template' | 'fail' | 'sendAnyway';

/** What is asked to be sent, as far as it decides about the send. */
export type AskedMessage =
	| { sentAs: 'freeForm'; whenClosed: ClosedWindowPolicy }
	/** `category` is undefined where it is one that nobody knows. */
	| { sentAs: 'template'; category: ConsentCategory | undefined };

/** Which node is about to send. */
export interface SendingNode {
	/** Undefined while the workflow was never saved. */
	workflowId: string | undefined;
	nodeName: string;
}

/** What is on record of the person, at the instant that is judged. */
export interface OnRecord {
	window: WindowState;
	consent: Consent;
}

/**
 * A send that is about to happen, with all that is known of it by now.
 *
 * The same question is asked again as more becomes known, and after everything that may have taken time. A policy that
 * misses what it judges by has nothing against the send yet.
 */
export interface SendQuestion {
	/** The item that the message is sent for, as it came in. */
	item: Readonly<Record<string, unknown>>;
	node: SendingNode;
	/** Undefined while the parameters of the item have not been read. */
	message?: AskedMessage;
	/** Undefined while the store has not been asked. */
	onRecord?: OnRecord;
}

/** One reason why a message goes out, waits or does not: a pure function of what is known, which reads no clock. */
export interface Policy {
	/** Every reason it may give. */
	reasons: readonly string[];
	judge(question: SendQuestion): Verdict;
}
