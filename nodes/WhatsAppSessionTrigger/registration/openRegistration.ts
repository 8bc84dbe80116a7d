import type { IHookFunctions } from 'n8n-workflow';

import { createCloudApi } from '../../shared/cloudApi/client/createCloudApi';
import { createWebhookAdmin } from '../../shared/cloudApi/webhookAdmin/createWebhookAdmin';
import { toGraphId } from '../../shared/cloudApi/client/toGraphId';
import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { askCallback } from '../../shared/n8n/account/askCallback';
import { createGraphTransport } from '../../shared/n8n/account/createGraphTransport';
import { readCredentials } from '../../shared/n8n/account/readCredentials';
import { resolvePhoneNumberId } from '../../shared/n8n/account/resolvePhoneNumberId';
import type { Registration, RegistrationLevel } from './Registration';
import { withFixedCredential } from './withFixedCredential';

// n8n waits for a publication, and asks several addresses in it.
const ASK_TIMEOUT_MS = 5_000;

/**
 * Reads what a trigger wants of Meta.
 *
 * Requests are made once each: n8n repeats a publication that failed. They can also be made when the hook is over.
 *
 * @throws {InvalidInputError} when the credential has no usable app ID, or no number is named and there are several
 */
export async function openRegistration(context: IHookFunctions): Promise<Registration> {
	const fixed = await withFixedCredential(context);
	const credentials = await readCredentials(fixed);
	const { appSecrets, graph, verifyToken, businessAccountId, accessToken } = credentials;
	if (credentials.appId === '') throw missingAppId();
	const appId = toGraphId('App ID', credentials.appId);
	const level = context.getNodeParameter('registrationLevel', 'app') as RegistrationLevel;
	const transport = createGraphTransport(fixed, graph, { appId, appSecret: appSecrets[0] ?? '' });
	const cloudApi = createCloudApi(transport, { maxTries: 1 });
	const listPhoneNumbers = async (id = businessAccountId) => await cloudApi.listPhoneNumbers(id);
	return {
		level,
		events: toTexts(context.getNodeParameter('events', [])),
		isReplacing: context.getNodeParameter('replaceCallback', false) === true,
		callback: { callbackUrl: context.getNodeWebhookUrl('default') ?? '', verifyToken },
		appId,
		businessAccountId,
		...(level === 'phoneNumber' && { phoneNumberId: await readPhoneNumberId(context, listPhoneNumbers) }),
		accessToken,
		isSimulated: /^http:/i.test(graph.baseUrl),
		admin: createWebhookAdmin(transport, { maxTries: 1 }),
		listPhoneNumbers,
		ask: async (url) => await askCallback(fixed, url, verifyToken, ASK_TIMEOUT_MS),
	};
}

function toTexts(value: unknown): string[] {
	return Array.isArray(value) ? value.map(String) : [];
}

async function readPhoneNumberId(
	context: IHookFunctions,
	listPhoneNumbers: Registration['listPhoneNumbers'],
): Promise<string> {
	// n8n refuses to read it where it is not shown.
	const chosen = context.getNodeParameter('registrationPhoneNumberId', '', { extractValue: true });
	return await resolvePhoneNumberId(chosen, listPhoneNumbers);
}

function missingAppId(): InvalidInputError {
	return new InvalidInputError(
		'App ID',
		"The credential has no 'App ID', and the trigger needs it to register itself at Meta.",
		"Open the credential and copy it from App Settings > Basic in the Meta console, or set 'Registration' to Manual.",
	);
}
