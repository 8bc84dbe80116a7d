import type { ConsentEntry } from '../domain/Consent';
import type { InboundAnswer } from '../domain/InboundAnswer';
import type { MessageStatus } from '../domain/MessageStatus';
import type { Renaming } from '../domain/Renaming';
import type { Session, SessionKey } from '../domain/Session';
import type { SessionEvidence } from '../domain/SessionEvidence';
import type { TemplateChange } from '../domain/TemplateChange';
import type { AnswerReceipt, WaitClaim } from './AnswerWaits';

/** Everything one webhook changes, so that it is recorded whole or not at all. */
export interface WebhookRecord {
	/** Who received it; an event that one trigger has handled is still new to another. */
	receiver: string;
	/**
	 * When it is recorded, which may be a while after its arrival; epoch milliseconds, UTC. Leases that ended by then are
	 * over.
	 */
	receivedAtMs: number;
	/** Names this delivery among all deliveries of all processes. */
	deliveryId: string;
	/**
	 * Until when other deliveries of the same events must wait, should this process die; epoch milliseconds, UTC.
	 *
	 * **WARNING:** another machine compares it with its own clock: the clocks of all machines that share a store must agree
	 * within the length of the lease, or a delivery is repeated while the first one is at work.
	 */
	leaseUntilMs: number;
	/** IDs of the events that the receiver wants to act on; see `WebhookEvent.eventId`. */
	eventIds: string[];
	/** What it says about sessions, in any order. */
	evidence: SessionEvidence[];
	/** What it says about outbound messages, in any order. */
	statuses: MessageStatus[];
	/** What it says about consent, in any order; an entry that is in the ledger already is not added again. */
	consent: ConsentEntry[];
	/** IDs that replaced others: the consent on record is entered for the new ones as well. */
	renamings: Renaming[];
	/** What it says about message templates, in any order. */
	templateChanges: TemplateChange[];
	/** Messages that may answer a question; undefined where nobody shall be looked for who waits for them. */
	answers?: InboundAnswer[];
}

/** What became of the events that a receiver wants to act on. Those in neither list were acknowledged before. */
export interface WebhookReceipt {
	/** New to this receiver, and leased to this delivery; without repetition, in the given order. */
	leased: string[];
	/** Being handled by another delivery whose lease has not run out. */
	underWay: string[];
	/** What the messages answer that the receiver has not acknowledged before; undefined when it was not asked for, or nothing was leased. */
	answers?: AnswerReceipt;
	/** Waits that a newer question has ended, and whose executions this delivery is to tell; undefined when answers were not asked for. */
	ended?: WaitClaim[];
}

/** Keeps what is known of every session, and which inbound messages were handled. All instants are epoch ms, UTC. */
export interface SessionStore {
	/**
	 * Looks sessions up in one statement.
	 *
	 * A user is found by BSUID first, then by wa_id.
	 *
	 * @returns one answer for each key, in the order of the keys; undefined where nothing is on record
	 * @throws {SessionStoreError} when the store cannot be read; never answers "unknown" for that
	 */
	findSessions(keys: SessionKey[]): Promise<Array<Session | undefined>>;

	/** Adds evidence that did not come from a webhook, in one transaction; see `recordSessionEvidence`. */
	recordEvidence(evidence: SessionEvidence[]): Promise<void>;

	/**
	 * Records a webhook in one transaction, and leases its events to this delivery.
	 *
	 * A `failed` status with error 131047 becomes a refusal: it closes the session from the moment of the refused send,
	 * when the send is on record, else from the status's own instant. One with 131050 becomes an opt-out of marketing.
	 *
	 * When any event is under way elsewhere nothing is leased; everything that the webhook says is recorded all the same. A message
	 * that answers a question is under way as well while another delivery is giving it to n8n; see `AnswerWaits.claimAnswers`.
	 *
	 * @throws {SessionStoreError} when nothing could be recorded
	 */
	recordWebhook(record: WebhookRecord): Promise<WebhookReceipt>;

	/**
	 * Lets the lease of a delivery that is still at work last until a later instant.
	 *
	 * Events that were acknowledged, or that another delivery has taken over meanwhile, stay as they are.
	 */
	renewLease(receiver: string, deliveryId: string, eventIds: string[], leaseUntilMs: number): Promise<void>;

	/** Marks events as handled: a redelivery to the same receiver starts nothing any more. */
	acknowledgeEvents(receiver: string, eventIds: string[], acknowledgedAtMs: number): Promise<void>;

	/** Ends the lease of a delivery that was not answered with 200, so that a redelivery runs at once. */
	releaseEvents(receiver: string, deliveryId: string, eventIds: string[]): Promise<void>;
}
