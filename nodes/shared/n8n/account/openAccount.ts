import { createCloudApi } from '../../cloudApi/client/createCloudApi';
import type { BusinessPhoneNumber, CloudApi } from '../../cloudApi/client/CloudApi';
import type { MessageTemplate } from '../../cloudApi/templates/MessageTemplate';
import type { NumberPace } from '../../sending/pacing/NumberPace';
import { openNumberPace } from '../../sending/pacing/openNumberPace';
import { openStore } from '../../store/openStore';
import type { Store } from '../../store/Store';
import { createGraphTransport, type RequestContext } from './createGraphTransport';
import { createMemory } from './createMemory';
import { nameAccount } from './nameAccount';
import { pacingClock } from './pacingClock';
import { readCredentials, type CredentialContext } from './readCredentials';
import type { SessionCredentials } from './SessionCredentials';

const LIST_LIFETIME_MS = 60_000;

// Shared by all runs of this process, so that a campaign of many executions asks Meta for its lists once a minute.
const phoneNumbers = createMemory<BusinessPhoneNumber[]>(LIST_LIFETIME_MS);
const templates = createMemory<MessageTemplate[]>(LIST_LIFETIME_MS);

/** Everything that a node reaches with its credential. */
export interface Account {
	credentials: SessionCredentials;
	cloudApi: CloudApi;
	/**
	 * The store, opened at the first use.
	 *
	 * @throws {SessionStoreError} when it cannot be opened
	 */
	store(): Store;
	/** The pace of a business number, shared by everything that sends with it in this process. */
	paceOf(phoneNumberId: string): NumberPace;
	/** Numbers of the account, at most a minute old. */
	listPhoneNumbers(): Promise<BusinessPhoneNumber[]>;
	/** Templates of the account, at most a minute old; `isFresh` asks Meta again, once in a run. */
	listTemplates(options?: { isFresh?: boolean }): Promise<MessageTemplate[]>;
	/** When the remembered list of templates was asked for, epoch milliseconds; undefined when none is remembered. */
	templatesLoadedAtMs(): number | undefined;
	/** Makes the next {@link listTemplates} ask Meta: something about them has changed. */
	forgetTemplates(): void;
}

/**
 * Reads the node's credential once and opens what it gives access to.
 *
 * @throws {InvalidInputError} when the credential is incomplete
 */
export async function openAccount(context: CredentialContext & RequestContext): Promise<Account> {
	const credentials = await readCredentials(context);
	const { accessToken, businessAccountId, graph } = credentials;
	const cloudApi = createCloudApi(createGraphTransport(context, graph));
	const key = nameAccount(credentials);
	const loadTemplates = async () => await templates.get(key, () => cloudApi.listTemplates(businessAccountId));
	// One answer for all items of the run: a thousand items with a misspelt name are one question to Meta.
	let fresh: ReturnType<typeof loadTemplates> | undefined;
	return {
		credentials,
		cloudApi,
		store: () => openStore(credentials.store),
		paceOf: (phoneNumberId) => openNumberPace(graph.baseUrl, phoneNumberId, pacingClock),
		// By the token as well: at 360dialog each number has a key of its own.
		listPhoneNumbers: () => phoneNumbers.get(`${key} ${accessToken}`, () => cloudApi.listPhoneNumbers(businessAccountId)),
		listTemplates: async ({ isFresh = false } = {}) => {
			if (!isFresh) return await loadTemplates();
			if (!fresh) templates.forget(key);
			return await (fresh ??= loadTemplates());
		},
		templatesLoadedAtMs: () => templates.loadedAtMs(key),
		forgetTemplates() {
			fresh = undefined;
			templates.forget(key);
		},
	};
}
