import { createMemory } from './createMemory';
import { openAccount, type Account } from './openAccount';

const LIFETIME_MS = 60_000;

/**
 * Opens the account of a trigger that looks again and again, and anew once a minute: n8n starts no trigger anew because somebody has changed its credential,
 * and what looked into the old store for ever would miss everything in the new one.
 *
 * @param now - the clock; epoch milliseconds
 * @returns gives the account, at most a minute old; what could not be opened is tried again at the next call
 */
export function createAccountOpener(context: Parameters<typeof openAccount>[0], now: () => number): () => Promise<Account> {
	const memory = createMemory<Account>(LIFETIME_MS, now);
	return async () => await memory.get('account', async () => await openAccount(context));
}
