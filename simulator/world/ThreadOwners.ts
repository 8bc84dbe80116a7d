const IDLE_AFTER_MS = 24 * 60 * 60 * 1000;

/** The roles that responders have. */
export const threadRoles: readonly string[] = ['ai_agent', 'ctwa', 'customer_service', 'escalation', 'marketing', 'utility'];

/** Who has a conversation: this app, the second responder of the account, or nobody. */
export type ThreadOwner = 'app' | 'responder' | 'nobody';

/**
 * Who owns the conversations between business numbers and people, where two responders share the account.
 *
 * A conversation in which the person has been silent for 24 hours is idle, and nobody's.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/conversation-routing (as quoted on 2026-11-25)
 */
export class ThreadOwners {
	/** The role of the app; only `escalation` may take a conversation from its owner. */
	appRole = 'customer_service';
	private readonly owners = new Map<string, { owner: ThreadOwner; atMs: number }>();

	/** The owner at `nowMs`, epoch milliseconds. */
	ownerOf(phoneNumberId: string, waId: string, nowMs: number): ThreadOwner {
		const known = this.owners.get(`${phoneNumberId} ${waId}`);
		return known && nowMs < known.atMs + IDLE_AFTER_MS ? known.owner : 'nobody';
	}

	/** Gives a conversation to somebody. */
	give(phoneNumberId: string, waId: string, owner: ThreadOwner, atMs: number): void {
		this.owners.set(`${phoneNumberId} ${waId}`, { owner, atMs });
	}

	/** Notes that the person has written: the conversation is not idle. */
	touch(phoneNumberId: string, waId: string, atMs: number): void {
		const known = this.owners.get(`${phoneNumberId} ${waId}`);
		if (known) this.owners.set(`${phoneNumberId} ${waId}`, { ...known, atMs: Math.max(known.atMs, atMs) });
	}

	/** Back to the beginning: nobody owns anything. */
	clear(): void {
		this.owners.clear();
		this.appRole = 'customer_service';
	}
}
