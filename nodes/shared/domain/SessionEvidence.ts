import type { Conversation } from './Conversation';
import type { SessionKey } from './Session';

/**
 * One thing that was learned about a session, reduced to what the window needs.
 *
 * - `inbound`: the user wrote or called, and that opens the window;
 * - `refusal`: Meta refused a free-form message with 131047; `atMs` is when that message was sent;
 * - `referral`: the user wrote through a click-to-WhatsApp ad;
 * - `answer`: the business sent a message that Meta accepted;
 * - `outbound`: the business sent a message, from whatever app; `atMs` is when it did;
 * - `identity`: nothing but that the two IDs belong together;
 * - `freeEntryPoint`: Meta said until when messages to the user are free; `untilMs` is that instant, `atMs` when it was said;
 * - `conversation`: something about who answers the user, in `conversation`;
 * - `renaming`: the user left these IDs for others; what was known of them counts no longer.
 */
export type SessionEvidenceKind = 'inbound' | 'refusal' | 'referral' | 'answer' | 'outbound' | 'identity' | 'freeEntryPoint' | 'conversation' | 'renaming';

/** See {@link SessionEvidenceKind}. */
export interface SessionEvidence extends SessionKey {
	kind: SessionEvidenceKind;
	/** Epoch milliseconds, UTC; WhatsApp's own timestamp where it gives one, never later than the arrival. */
	atMs: number;
	/** Of a `freeEntryPoint` alone: its end; epoch milliseconds, UTC. */
	untilMs?: number;
	/** Of a `conversation` alone: what was learned. */
	conversation?: Conversation;
	/**
	 * Of an `inbound` that was no message to this app: a call, which moves no conversation from one responder to another, a message that
	 * only stood by (`standby`), or what is on record elsewhere. Undefined for a message to this app, which nobody else owns then.
	 */
	through?: 'standby' | 'call' | 'record';
}
