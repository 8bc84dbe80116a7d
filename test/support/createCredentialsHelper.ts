import type { ICredentialDataDecryptedObject, ICredentialsHelper, IHttpRequestOptions } from 'n8n-workflow';

import { WhatsAppSessionApi } from '../../credentials/WhatsAppSessionApi.credentials';

/**
 * Stands in for n8n's store of credentials; signs requests with the real credential class.
 *
 * @param read - gives the fields that a test sets; the others have their defaults. What it throws, reading throws
 */
export function createCredentialsHelper(read: () => ICredentialDataDecryptedObject | undefined): ICredentialsHelper {
	const credentialType = new WhatsAppSessionApi();
	const defaults = Object.fromEntries(credentialType.properties.map((property) => [property.name, property.default]));
	return {
		getParentTypes: () => [],
		getCredentialsProperties: () => credentialType.properties,
		isCredentialUsableByNode: () => true,
		getDecrypted: async () => ({ ...defaults, ...read() }),
		preAuthentication: async () => undefined,
		runPreAuthentication: async () => undefined,
		authenticate: async (fields: ICredentialDataDecryptedObject, _type: string, request: IHttpRequestOptions) =>
			await credentialType.authenticate(fields, request),
	} as unknown as ICredentialsHelper;
}
