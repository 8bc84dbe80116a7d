import { finding } from './finding';
import type { LinkFinding } from './SetUpLink';
import type { SetUpWalk } from './SetUpWalk';

/** Opens the session store that the credential names, and reads from it. */
export async function checkSessionStore({ credentials, openStore }: SetUpWalk): Promise<LinkFinding[]> {
	await openStore();
	const store = credentials.store.kind === 'postgres' ? 'The session store in Postgres' : 'The embedded session store';
	return [finding('ok', `${store} opens and can be read.`)];
}
