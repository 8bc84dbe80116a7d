import type { IHookFunctions } from 'n8n-workflow';

import { createWebhookAdmin } from '../../shared/cloudApi/createWebhookAdmin';
import { toGraphId } from '../../shared/cloudApi/toGraphId';
import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { createGraphTransport } from '../../shared/n8n/createGraphTransport';
import { openAccount } from '../../shared/n8n/openAccount';
import { resolvePhoneNumberId } from '../../shared/n8n/resolvePhoneNumberId';
import type { Registration, RegistrationLevel } from './Registration';

/**
 * Reads what a trigger wants of Meta.
 *
 * Requests are made once each: n8n repeats a publication that failed.
 *
 * @throws {InvalidInputError} when the credential has no usable app ID, or no number is named and there are several
 */
export async function openRegistration(context: IHookFunctions): Promise<Registration> {
	const { credentials, listPhoneNumbers } = await openAccount(context);
	const { appSecrets, graph, verifyToken, businessAccountId, accessToken } = credentials;
	if (credentials.appId === '') throw missingAppId();
	const appId = toGraphId('App ID', credentials.appId);
	const level = context.getNodeParameter('registrationLevel', 'app') as RegistrationLevel;
	const transport = createGraphTransport(context, graph, { appId, appSecret: appSecrets[0] ?? '' });
	return {
		level,
		isReplacing: context.getNodeParameter('replaceCallback', false) === true,
		callback: { callbackUrl: context.getNodeWebhookUrl('default') ?? '', verifyToken },
		appId,
		businessAccountId,
		...(level === 'phoneNumber' && { phoneNumberId: await readPhoneNumberId(context, listPhoneNumbers) }),
		accessToken,
		isSimulated: /^http:/i.test(graph.baseUrl),
		admin: createWebhookAdmin(transport, { maxTries: 1 }),
		listPhoneNumbers,
	};
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
