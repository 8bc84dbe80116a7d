import type { MessagePrice } from '../domain/MessageStatus';
import type { SendOrigin } from '../domain/SendOrigin';
import type { UserIdentity } from '../domain/Session';

/** The intention to send one message, made before the request goes out. */
export interface SendClaim {
	/** What makes the message unique; whoever claims it first may send. */
	sendOnceKey: string;
	phoneNumberId: string;
	user: UserIdentity;
	sentAs: 'freeForm' | 'template';
	/** When the claim is made; epoch milliseconds, UTC. */
	claimedAtMs: number;
	/** Where the message is sent from. */
	origin?: SendOrigin;
}

/**
 * - `claimed`: a request may be under way, or its process died: nobody knows whether the message went out;
 * - `sent`: Meta accepted it;
 * - `unanswered`: the request got no answer; nobody knows whether the message went out.
 *
 * A send that Meta refused is released: its key may be claimed again. So may the key of one that Meta accepted and that
 * failed later.
 */
export type SendState = 'claimed' | 'sent' | 'unanswered';

/** What is on record of a send. */
export interface SendRecord extends SendClaim {
	state: SendState;
	/** wamid; undefined until Meta accepted the message. */
	messageId?: string;
	/** When Meta accepted it; epoch milliseconds, UTC. */
	sentAtMs?: number;
	/** The newest message status; undefined until one arrived. Moves only forward: sent, delivered, read, played; failed is final. */
	status?: string;
	/** Meta's error codes; empty unless the send failed. */
	errorCodes: number[];
	/** What the message costs; undefined until a status said so. */
	price?: MessagePrice;
}

/** How a claimed send ended. */
export type SendOutcome =
	| { sendOnceKey: string; state: 'sent'; messageId: string; sentAtMs: number }
	| { sendOnceKey: string; state: 'unanswered' }
	| { sendOnceKey: string; state: 'released' };

/** Keeps which messages were sent, so that none is sent twice, and what became of them. */
export interface SendLog {
	/**
	 * Claims sends atomically: of two that claim one key at once, one wins.
	 *
	 * @returns one answer for each claim, in order: undefined when the caller may send now, else what is on record
	 */
	claimSends(claims: SendClaim[]): Promise<Array<SendRecord | undefined>>;

	/** Records how claimed sends ended. */
	recordOutcomes(outcomes: SendOutcome[]): Promise<void>;

	/** Looks sends up by their send-once key; undefined where none is on record. */
	findSendsByKey(sendOnceKeys: string[]): Promise<Array<SendRecord | undefined>>;

	/** Looks sends up by wamid; undefined where none is on record. */
	findSends(messageIds: string[]): Promise<Array<SendRecord | undefined>>;
}
