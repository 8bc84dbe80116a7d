const WINDOW_MS = 24 * 60 * 60 * 1000;

/** State of the window between a business number and a person, or a group. */
export interface WindowState {
	/** True while free-form messages are allowed. */
	isOpen: boolean;
	/** When the person last wrote or called; epoch milliseconds, null when never. */
	openedAtMs: number | null;
	/** First closed instant; epoch milliseconds, null when the window was never open. */
	closesAtMs: number | null;
}

/**
 * Keeps the customer service windows by Meta's rule: 24 h from the person's last message or call to that number.
 *
 * The instant exactly 24 h later is closed. A group has one window, under its ID, for all of its members.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages (read 2026-05)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/pricing (dated 2026-05-21)
 */
export class CustomerServiceWindows {
	private readonly openedAt = new Map<string, number>();

	/** Notes an opening; an earlier one than already known changes nothing. */
	open(phoneNumberId: string, waId: string, atMs: number): void {
		const key = `${phoneNumberId} ${waId}`;
		this.openedAt.set(key, Math.max(atMs, this.openedAt.get(key) ?? atMs));
	}

	/** State at `nowMs`, epoch milliseconds. */
	state(phoneNumberId: string, waId: string, nowMs: number): WindowState {
		const openedAtMs = this.openedAt.get(`${phoneNumberId} ${waId}`);
		if (openedAtMs === undefined) return { isOpen: false, openedAtMs: null, closesAtMs: null };
		const closesAtMs = openedAtMs + WINDOW_MS;
		return { isOpen: nowMs < closesAtMs, openedAtMs, closesAtMs };
	}

	/** Forgets those of one person. */
	forget(waId: string): void {
		for (const key of this.openedAt.keys()) {
			if (key.endsWith(` ${waId}`)) this.openedAt.delete(key);
		}
	}

	/** Forgets all of them. */
	clear(): void {
		this.openedAt.clear();
	}
}
