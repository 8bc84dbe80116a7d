import type { UsageCount } from '../domain/usage/MessageUsage';

/**
 * Keeps which messages were sent and delivered, and whether they cost, without saying to whom. It comes on record with the statuses, of
 * every message of a business number, whichever app has sent it.
 */
export interface UsageLedger {
	/**
	 * Counts the messages of business numbers within a time: sent by the instant of being sent, delivered by that of being delivered. Each
	 * message counts once, whatever order its statuses came in.
	 *
	 * @param fromMs - the first instant; epoch milliseconds, UTC
	 * @param untilMs - the first instant after it
	 * @throws {SessionStoreError} when the store cannot be read
	 */
	countUsage(phoneNumberIds: string[], fromMs: number, untilMs: number): Promise<UsageCount[]>;
}
