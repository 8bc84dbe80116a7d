import type { Store } from '../store/Store';
import { createMemory } from './createMemory';
import type { Account } from './openAccount';

// Long enough that the items of one run ask once, short enough that nobody waits for the news.
const LOOK_AGAIN_MS = 1_000;

const looks = createMemory<boolean>(LOOK_AGAIN_MS);

/**
 * Forgets the account's list of templates when Meta has reported a change of any since it was loaded: a template that was
 * paused, disabled, deleted or put into another category is known before the next send, whichever process heard of it.
 *
 * @throws {SessionStoreError} when the store cannot be read
 */
export async function forgetChangedTemplates(
	account: Pick<Account, 'credentials' | 'templatesLoadedAtMs' | 'forgetTemplates'>,
	store: Pick<Store, 'findTemplateChanges'>,
): Promise<void> {
	const loadedAtMs = account.templatesLoadedAtMs();
	if (loadedAtMs === undefined) return;
	const { businessAccountId, graph } = account.credentials;
	const key = `${graph.baseUrl} ${businessAccountId}`;
	const hasNews = await looks.get(key, async () => {
		const changes = await store.findTemplateChanges(businessAccountId, loadedAtMs);
		return changes.length > 0;
	});
	if (!hasNews) return;
	looks.forget(key);
	account.forgetTemplates();
}
