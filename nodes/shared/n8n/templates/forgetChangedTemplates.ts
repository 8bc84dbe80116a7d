import type { Store } from '../../store/Store';
import { createMemory } from '../account/createMemory';
import { nameAccount } from '../account/nameAccount';
import type { Account } from '../account/openAccount';

// Long enough that the items of one run ask once, short enough that nobody waits for the news.
const LOOK_AGAIN_MS = 1_000;
// How far the clock of the machine that heard the news may be behind the one that loaded the list.
const CLOCK_TOLERANCE_MS = 30_000;

const looks = createMemory<number>(LOOK_AGAIN_MS);
/** The latest news that a list was loaded for, by account and store; epoch milliseconds. */
const heeded = new Map<string, number>();

/**
 * Forgets the account's list of templates when Meta has reported a change of any since it was loaded: a template that was
 * paused, disabled, deleted or put into another category is known before the next send, whichever process heard of it.
 *
 * Each piece of news is heeded once, so that clocks which differ make one request too many and not one for every item.
 *
 * @throws {SessionStoreError} when the store cannot be read
 */
export async function forgetChangedTemplates(
	account: Pick<Account, 'credentials' | 'templatesLoadedAtMs' | 'forgetTemplates'>,
	store: Pick<Store, 'findTemplateChanges'>,
): Promise<void> {
	const loadedAtMs = account.templatesLoadedAtMs();
	if (loadedAtMs === undefined) return;
	const { businessAccountId, store: config } = account.credentials;
	const key = JSON.stringify([nameAccount(account.credentials), config]);
	const latestAtMs = await looks.get(key, async () => {
		const changes = await store.findTemplateChanges(businessAccountId, loadedAtMs - CLOCK_TOLERANCE_MS);
		return Math.max(-Infinity, ...changes.map(({ atMs }) => atMs));
	});
	if (latestAtMs <= (heeded.get(key) ?? -Infinity)) return;
	heeded.set(key, latestAtMs);
	account.forgetTemplates();
}
