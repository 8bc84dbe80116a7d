import type { MessagePrice } from '../domain/MessageStatus';
import type { SendOrigin } from '../domain/SendOrigin';
import type { SentAs } from '../domain/SentAs';
import type { UserIdentity } from '../domain/Session';
import type { TemplateSend } from '../domain/TemplateSend';
import type { ChargedMonth } from '../domain/usage/ChargedMonth';
import type { ChargeKind } from '../domain/usage/Charges';

/** Names one message, so that it is sent once. */
export interface SendName {
	/** What makes the message unique, its person included. */
	sendOnceKey: string;
	phoneNumberId: string;
	user: UserIdentity;
	/** Undefined where the key stands for a place in a workflow. */
	perPerson?: PersonalKey;
}

/**
 * A key of the builder's own, which each person gets one message for, whatever name the person goes by: every name counts that is on
 * record of one and the same person, by a session that shows two of them together or by a notice that the one became the other.
 */
export interface PersonalKey {
	/** WABA that the key counts in; it counts across the numbers of the account. */
	businessAccountId: string;
	/** The key with the account, and without the person. */
	group: string;
	/** The group of the same key in stores from before there were groups; there it counts for one business number. */
	formerGroup: string;
}

/** The intention to send one message, made before the request goes out. Whoever claims it first may send. */
export interface SendClaim extends SendName {
	/** Names this try; statuses of its message bring it back. Undefined of sends from before there were such names. */
	claimId?: string;
	/** The try whose outcome nobody knows, and that this one replaces; undefined for a first try. */
	takesOver?: { claimId: string | undefined };
	sentAs: SentAs;
	/** When the claim is made; epoch milliseconds, UTC. */
	claimedAtMs: number;
	/** Where the message is sent from. */
	origin?: SendOrigin;
	/** The WABA and the category of a template, so that it counts among those of the person, a message by Direct Send too; undefined for a free-form message. */
	template?: { businessAccountId: string } & Pick<TemplateSend, 'category'>;
	/** What it counts as for budgets while no status has said its price; undefined for what is never charged. */
	countsAs?: ChargeKind;
}

/**
 * - `claimed`: a request may be under way, or its process died: nobody knows whether the message went out;
 * - `sent`: Meta accepted it, by its answer or by a status of the message;
 * - `unanswered`: the request got no answer; nobody knows whether the message went out.
 *
 * A send that Meta refused is released: its key may be claimed again. So may the key of one that Meta accepted and that
 * failed later.
 */
export type SendState = 'claimed' | 'sent' | 'unanswered';

/** What is on record of a send. */
export interface SendRecord extends Omit<SendClaim, 'perPerson' | 'takesOver' | 'template' | 'countsAs'> {
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

/** How a claimed send ended. The outcome of a try that another one has taken over meanwhile changes nothing. */
export type SendOutcome = { sendOnceKey: string; claimId?: string } & (
	| { state: 'sent'; messageId: string; sentAtMs: number }
	| { state: 'unanswered' }
	/** `place`: what the claim had taken of a budget; undefined for nothing. */
	| { state: 'released'; place?: ChargedMonth & { countsAs: ChargeKind } }
);

/** Keeps which messages were sent, so that none is sent twice, and what became of them. */
export interface SendLog {
	/**
	 * Claims sends atomically: of two that claim one key at once, one wins. A key of the builder's own meets every name of the
	 * person; see {@link PersonalKey}.
	 *
	 * @returns one answer for each claim, in order: undefined when the caller may send now, else what is on record
	 */
	claimSends(claims: SendClaim[]): Promise<Array<SendRecord | undefined>>;

	/** Records how claimed sends ended. */
	recordOutcomes(outcomes: SendOutcome[]): Promise<void>;

	/** Looks sends up by what makes them unique, as {@link claimSends} does; undefined where none is on record. */
	findSendsByName(names: SendName[]): Promise<Array<SendRecord | undefined>>;

	/** Looks sends up by wamid; undefined where none is on record. */
	findSends(messageIds: string[]): Promise<Array<SendRecord | undefined>>;

	/**
	 * Says whether statuses arrive: whether one of any message of a business number is on record that is not older than an instant.
	 *
	 * @param sinceMs - epoch milliseconds, UTC
	 */
	hasStatusSince(phoneNumberId: string, sinceMs: number): Promise<boolean>;
}
