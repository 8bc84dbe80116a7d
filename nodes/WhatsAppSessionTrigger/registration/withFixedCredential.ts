import type { IHookFunctions, IHttpRequestOptions } from 'n8n-workflow';

import type { RequestContext } from '../../shared/n8n/account/createGraphTransport';
import { CREDENTIAL_TYPE, toSessionCredentials, type CredentialContext } from '../../shared/n8n/account/readCredentials';

/**
 * Reads the credential now and for good, so that requests can still be made when the hook is long over and the
 * credential was changed or deleted meanwhile.
 */
export async function withFixedCredential(context: IHookFunctions): Promise<CredentialContext & RequestContext> {
	const fields = await context.getCredentials(CREDENTIAL_TYPE);
	const { accessHeaders } = toSessionCredentials(fields);
	const { httpRequest } = context.helpers;
	return {
		getNode: () => context.getNode(),
		getCredentials: async <T extends object>() => await Promise.resolve(fields as T),
		helpers: {
			httpRequest,
			httpRequestWithAuthentication: async (_type: string, request: IHttpRequestOptions): Promise<unknown> =>
				await httpRequest({ ...request, headers: { ...request.headers, ...accessHeaders } }),
		},
	};
}
