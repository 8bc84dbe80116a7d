import { assertUrlAllowed, getCredentialAllowedDomains, injectDomainRestrictionFields, type ICredentialDataDecryptedObject, type INode } from 'n8n-workflow';

import { WhatsAppSessionApi } from '../../../credentials/WhatsAppSessionApi.credentials';

const credential = new WhatsAppSessionApi();
const node = { name: 'HTTP Request', type: 'n8n-nodes-base.httpRequest' } as INode;

/** What n8n saves of a credential in which nothing but the token was filled in. */
function saved(more: ICredentialDataDecryptedObject = {}): ICredentialDataDecryptedObject {
	const defaults = Object.fromEntries(credential.properties.map(({ name, default: value }) => [name, value as string]));
	return { ...defaults, accessToken: 'EAAtoken', ...more };
}

describe('an HTTP Request node with the credential', () => {
	it('finds the fields of the package in place of those of n8n, whose default is every host', () => {
		const properties = injectDomainRestrictionFields(credential);
		expect(properties).toBe(credential.properties);
		expect(properties.filter(({ name }) => ['allowedHttpRequestDomains', 'allowedDomains'].includes(name))).toHaveLength(2);
	});

	it.each([
		['https://graph.facebook.com/v25.0/me', true],
		['https://GRAPH.facebook.com./v25.0/me', true],
		['https://stranger.example/', false],
		['https://graph.facebook.com.stranger.example/', false],
		['https://graph.facebook.com@stranger.example/', false],
		['http://169.254.169.254/', false],
	])('sends the token to %s: %s', (url, isAllowed) => {
		const allowedDomains = getCredentialAllowedDomains({ node, credentialData: saved() });
		const send = () => assertUrlAllowed({ url, allowedDomains, node });
		if (isAllowed) expect(send).not.toThrow();
		else expect(send).toThrow('Domain not allowed');
	});

	it('may be kept from it altogether', () => {
		expect(() => getCredentialAllowedDomains({ node, credentialData: saved({ allowedHttpRequestDomains: 'none' }) })).toThrow('prevent use');
	});
});
