import type { Account } from './openAccount';
import { resolvePhoneNumberId, toChosenId } from './resolvePhoneNumberId';

/**
 * Opens a resolver of phone number IDs for one run: Meta is asked at most once, and only when an item names no number.
 *
 * @returns the ID at once where the item names one; see {@link resolvePhoneNumberId} for the rest
 */
export function createPhoneNumberResolver(
	account: Pick<Account, 'listPhoneNumbers'>,
): (value: unknown) => string | Promise<string> {
	let only: Promise<string> | undefined;
	return (value) => toChosenId(value) ?? (only ??= resolvePhoneNumberId(undefined, () => account.listPhoneNumbers()));
}
