import { monthOf } from './monthOf.ts';

/** A free entry point between a business number and a person. */
interface EntryPoint {
	/** When the person came through an ad; epoch milliseconds. */
	cameAtMs: number;
	/** First instant at which messages cost again; undefined until the business has answered. */
	endsAtMs?: number;
}

const HOUR_MS = 60 * 60 * 1000;
const ANSWER_HOURS = 24;

/**
 * Keeps what decides prices: the free service messages of each business number and month, and the free entry points.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing (read 2026-10-10)
 */
export class PriceBook {
	private readonly servicesOf = new Map<string, number>();
	private readonly entryPoints = new Map<string, EntryPoint>();

	/** Notes that a person came through an ad. */
	noteReferral(phoneNumberId: string, waId: string, cameAtMs: number): void {
		this.entryPoints.set(`${phoneNumberId} ${waId}`, { cameAtMs });
	}

	/**
	 * Notes a message of the business, which begins a free entry point where it is the first answer within 24 hours.
	 *
	 * @returns the end of the free entry point that the message is sent in, epoch milliseconds; undefined outside one
	 */
	answer(phoneNumberId: string, waId: string, atMs: number, lengthHours: number): number | undefined {
		const entry = this.entryPoints.get(`${phoneNumberId} ${waId}`);
		if (!entry) return undefined;
		const isInTime = atMs < entry.cameAtMs + ANSWER_HOURS * HOUR_MS;
		// Meta's statuses carry whole seconds.
		if (entry.endsAtMs === undefined && isInTime) entry.endsAtMs = Math.floor((atMs + lengthHours * HOUR_MS) / 1000) * 1000;
		return entry.endsAtMs !== undefined && atMs < entry.endsAtMs ? entry.endsAtMs : undefined;
	}

	/**
	 * Counts a delivered service message.
	 *
	 * @param timeZone - of the account, in which its months are counted
	 * @returns true while it is one of the free ones of its number and month
	 */
	countService(phoneNumberId: string, atMs: number, { free, timeZone }: { free: number; timeZone: string }): boolean {
		const key = `${phoneNumberId} ${monthOf(atMs, timeZone)}`;
		const count = (this.servicesOf.get(key) ?? 0) + 1;
		this.servicesOf.set(key, count);
		return count <= free;
	}

	/** Forgets everything. */
	clear(): void {
		this.servicesOf.clear();
		this.entryPoints.clear();
	}
}
