import type { BusinessPhoneNumber } from '../../cloudApi/client/CloudApi';
import type { Account } from './openAccount';

const LIFETIME_MS = 60 * 60_000;

/**
 * Remembers the business numbers of an account for an hour, for what looks again and again; Meta that is away for a while is no reason for
 * it to be late.
 *
 * @param now - the clock; epoch milliseconds
 * @returns what gives them; throws what Meta says where none are known yet
 */
export function createNumberList(now: () => number): (account: Pick<Account, 'listPhoneNumbers'>) => Promise<BusinessPhoneNumber[]> {
	let known: { numbers: BusinessPhoneNumber[]; loadedAtMs: number } | undefined;
	return async (account) => {
		if (known && now() - known.loadedAtMs < LIFETIME_MS) return known.numbers;
		const loadedAtMs = now();
		const numbers = await account.listPhoneNumbers().catch((error: unknown) => known?.numbers ?? Promise.reject(error));
		known = { numbers, loadedAtMs };
		return numbers;
	};
}
