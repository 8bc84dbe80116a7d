import type { UserIdentity } from './Session';

/** An inbound message that may be the answer to a question somebody waits for. */
export interface InboundAnswer {
	/** Names the message among all events; see `WebhookEvent.eventId`. */
	eventId: string;
	/** Graph ID of the business number it was written to. */
	phoneNumberId: string;
	/** Who wrote it. */
	user: UserIdentity;
	/** wamid of the message it answers, or is a reaction to; undefined when it names none. */
	repliesTo?: string;
	/** When it was written, by WhatsApp's clock, in whole seconds; epoch milliseconds, UTC. */
	atMs: number;
	/**
	 * What says nothing in words: a sticker or a reaction that was `made`, a reaction that was `takenBack`. Undefined for everything
	 * that a person wrote, tapped or sent.
	 */
	gesture?: 'made' | 'takenBack';
	/**
	 * Where the trigger combines messages: whether as an answer it `waits` for what follows it, or `completes` what came before it, such as a
	 * tap. Undefined where it is an answer at once and alone.
	 */
	gathers?: 'waits' | 'completes';
}
