import type { MessageStatus } from '../domain/MessageStatus';
import type { Session, SessionKey } from '../domain/Session';
import type { SessionEvidence } from '../domain/SessionEvidence';

/** Everything one webhook changes, so that it is recorded whole or not at all. */
export interface WebhookRecord {
	/** Who received it; a message that one trigger has handled is still new to another. */
	receiver: string;
	/** When it arrived; epoch milliseconds, UTC. */
	receivedAtMs: number;
	/** wamids of the inbound messages in it. */
	messageIds: string[];
	/** What it says about sessions, in any order. */
	evidence: SessionEvidence[];
	/** What it says about outbound messages, in any order. */
	statuses: MessageStatus[];
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
	 * Records a webhook in one transaction.
	 *
	 * A `failed` status with error 131047 becomes a refusal: it closes the session from the moment of the refused send,
	 * when the send is on record, else from the status's own instant.
	 *
	 * @returns the message IDs that this receiver has not acknowledged before, without repetition, in the given order
	 * @throws {SessionStoreError} when nothing could be recorded
	 */
	recordWebhook(record: WebhookRecord): Promise<string[]>;

	/** Marks messages as handled: a redelivery to the same receiver starts nothing any more. */
	acknowledgeMessages(receiver: string, messageIds: string[], acknowledgedAtMs: number): Promise<void>;
}
