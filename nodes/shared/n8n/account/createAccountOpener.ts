import { openAccount, type Account } from './openAccount';

/** Opens the account of a node at the first call, and gives the same one from then on; what could not be opened is tried again at the next call. */
export function createAccountOpener(context: Parameters<typeof openAccount>[0]): () => Promise<Account> {
	let opened: Promise<Account> | undefined;
	return async () => {
		opened ??= openAccount(context);
		return await opened.catch((error: unknown) => {
			opened = undefined;
			throw error;
		});
	};
}
