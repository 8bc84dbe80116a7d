import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	Icon,
	INodeProperties,
} from 'n8n-workflow';

import { toAccessHeaders } from '../nodes/shared/n8n/account/toAccessHeaders';
import { allowedDomainsProperties } from '../nodes/shared/n8n/parameters/allowedDomainsProperties';
import { accountMannersProperties } from '../nodes/shared/n8n/parameters/mannersProperty';
import { countryOptions } from '../nodes/shared/n8n/parameters/numberCountryProperty';
import { postgresProperties } from '../nodes/shared/n8n/parameters/postgresProperties';
import { graphApiProperties, providerProperties } from '../nodes/shared/n8n/parameters/providerProperties';

/** Access to one WhatsApp Business Account, and the store that all nodes with this credential share. */
export class WhatsAppSessionApi implements ICredentialType {
	name = 'whatsAppSessionApi';

	displayName = 'WhatsApp Session API';

	icon: Icon = { light: 'file:whatsAppSessionApi.svg', dark: 'file:whatsAppSessionApi.dark.svg' };

	documentationUrl =
		'https://github.com/whatsapp-session/n8n-nodes-whatsapp-session/blob/main/docs/connect-to-meta.md';

	properties: INodeProperties[] = [
		...providerProperties,
		{
			displayName: 'Session Store',
			name: 'sessionStore',
			type: 'options',
			options: [
				{
					name: 'Embedded (No Set-Up)',
					value: 'embedded',
					description: 'One SQLite file beside the data of n8n, for n8n on one machine',
				},
				{
					name: 'Same Postgres as n8n',
					value: 'n8nDatabase',
					description:
						'For n8n in queue mode or on several machines: the database that n8n keeps its own data in, with nothing to fill in. The tables have a schema of their own.',
				},
				{
					name: 'Postgres',
					value: 'postgresServer',
					description: 'Another Postgres, for n8n in queue mode or on several machines',
				},
				{
					name: 'Postgres by URL',
					value: 'postgres',
					description: 'The same, as one address with all its options',
				},
			],
			default: 'embedded',
			description: 'Where windows, consent and sends are kept, for all workflows with this credential',
		},
		{
			displayName: 'Embedded Store Path',
			name: 'embeddedStorePath',
			type: 'string',
			default: '',
			placeholder: 'e.g. /home/node/.n8n/whatsapp-session/sessions.sqlite',
			description: 'The whole path of a file; ~/ stands for the home folder. Leave empty for whatsapp-session/sessions.sqlite in the data folder of n8n.',
			displayOptions: { show: { sessionStore: ['embedded'] } },
		},
		...postgresProperties,
		// eslint-disable-next-line @n8n/community-nodes/credential-unnecessary-password -- the address holds a password
		{
			displayName: 'Postgres URL',
			name: 'postgresUrl',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'e.g. postgres://user:password@db.example.com:5432/n8n',
			description: 'The tables are created in a schema of their own, so the database of n8n can be used',
			displayOptions: { show: { sessionStore: ['postgres'] } },
		},
		{
			displayName: 'Country of Numbers Without Code',
			name: 'numberCountry',
			type: 'options',
			options: [{ name: 'None', value: '' }, ...countryOptions],
			default: '',
			description:
				'The country of phone numbers that do not say theirs, such as (31) 98765-4321, in all nodes with this credential. A number that exists with and without the code is refused.',
		},
		...accountMannersProperties,
		...graphApiProperties,
		...allowedDomainsProperties,
	];

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return { ...request, headers: { ...request.headers, ...toAccessHeaders(credentials) } };
	}
}
