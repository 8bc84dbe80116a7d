import type { INodeProperties } from 'n8n-workflow';

/**
 * n8n's own fields of a credential that say where its HTTP Request and GraphQL nodes may carry it, under n8n's names, with Meta's host as the default.
 * n8n's default is every host: whoever may use the credential, and not read it, could send its access token anywhere. The nodes of this pack go
 * to the host of the credential, whatever stands here.
 *
 * @see n8n-workflow 2.41.0, `injectDomainRestrictionFields`: it adds its fields only where a credential has none of this name (read 2026-11-27)
 */
export const allowedDomainsProperties: INodeProperties[] = [
	{
		displayName: 'Allowed HTTP Request Domains',
		name: 'allowedHttpRequestDomains',
		type: 'options',
		options: [
			{ name: 'All', value: 'all', description: 'Any host: whoever may use the credential can send the access token anywhere' },
			{ name: 'Specific Domains', value: 'domains', description: 'The hosts below' },
			{ name: 'None', value: 'none', description: 'HTTP Request and GraphQL nodes do not get this credential' },
		],
		default: 'domains',
		description: "Where n8n's own HTTP Request and GraphQL nodes may send the access token. It changes nothing for the nodes of this package.",
	},
	{
		displayName: 'Allowed Domains',
		name: 'allowedDomains',
		type: 'string',
		default: 'graph.facebook.com',
		placeholder: 'e.g. graph.facebook.com, *.example.com',
		description: 'Hosts with commas between them; * stands for any name within a domain',
		displayOptions: { show: { allowedHttpRequestDomains: ['domains'] } },
	},
];
