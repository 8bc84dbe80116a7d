import type { IExecuteFunctions } from 'n8n-workflow';

import { createCloudApi } from '../../shared/cloudApi/client/createCloudApi';
import { createWebhookAdmin } from '../../shared/cloudApi/webhookAdmin/createWebhookAdmin';
import { getDialog360Webhook } from '../../shared/cloudApi/webhookAdmin/dialog360Webhook';
import { askCallback, type CallbackAnswer } from '../../shared/n8n/account/askCallback';
import { createGraphTransport } from '../../shared/n8n/account/createGraphTransport';
import { readCredentials } from '../../shared/n8n/account/readCredentials';
import { openStore } from '../../shared/store/openStore';
import type { NumberWithCallbacks, SetUpWalk } from './SetUpWalk';

// Meta's own limit is not published; what takes longer than this is no answer.
const ASK_TIMEOUT_MS = 10_000;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Opens what the links of one check share.
 *
 * @throws {InvalidInputError} when the credential is incomplete
 */
export async function openSetUpWalk(context: IExecuteFunctions): Promise<SetUpWalk> {
	const credentials = await readCredentials(context);
	const { accessToken, appId, appSecrets, businessAccountId, graph, store, verifyToken } = credentials;
	const transport = createGraphTransport(context, graph, { appId, appSecret: appSecrets[0] ?? '' });
	// Once only: what the check shows is how it is now, and a link that hangs must not hold up the others.
	const cloudApi = createCloudApi(transport, { maxTries: 1 });
	const admin = createWebhookAdmin(transport, { maxTries: 1 });
	const expectedCallbackUrl = String(context.getNodeParameter('options.expectedCallbackUrl', 0, '')).trim();
	const answers = new Map<string, Promise<CallbackAnswer>>();
	const listPhoneNumbers = once(() => cloudApi.listPhoneNumbers(businessAccountId));
	return {
		credentials,
		nowMs: Date.now(),
		expectedCallbackUrl,
		ownHosts: [expectedCallbackUrl, context.getInstanceBaseUrl()].flatMap(toHost),
		openStore: async () => void (await openStore(store).findSessions([])),
		countOwnedElsewhere: async () => {
			const numbers = await listPhoneNumbers();
			return await openStore(store).countOwnedElsewhere(numbers.map(({ id }) => id), Date.now() - DAY_MS);
		},
		inspectToken: once(() => admin.inspectToken(accessToken)),
		getBusinessAccount: once(() => cloudApi.getBusinessAccount(businessAccountId)),
		listPhoneNumbers,
		getAppSubscription: once(() => admin.getAppSubscription(appId)),
		getDialog360Webhook: once(() => getDialog360Webhook(transport)),
		listSubscribedApps: once(() => admin.listSubscribedApps(businessAccountId)),
		listNumberCallbacks: once(async () => {
			const asking = (await listPhoneNumbers()).map(
				async (number): Promise<NumberWithCallbacks> =>
					await admin.getNumberCallbacks(number.id).then(
						(callbacks) => ({ number, callbacks }),
						(failure: unknown) => ({ number, failure }),
					),
			);
			return await Promise.all(asking);
		}),
		askCallback: async (url) => {
			const answer = answers.get(url) ?? askCallback(context, url, verifyToken, ASK_TIMEOUT_MS);
			answers.set(url, answer);
			return await answer;
		},
	};
}

function toHost(url: string): string[] {
	return URL.canParse(url) ? [new URL(url).host] : [];
}

function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
	let loading: Promise<Value> | undefined;
	return async () => await (loading ??= load());
}
