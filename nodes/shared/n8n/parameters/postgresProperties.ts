import type { INodeProperties } from 'n8n-workflow';

const displayOptions = { show: { sessionStore: ['postgresServer'] } };

/** The fields of the credential that say where a Postgres is; `readPostgresFields` reads them. */
export const postgresProperties: INodeProperties[] = [
	{
		displayName: 'Postgres Host',
		name: 'postgresHost',
		type: 'string',
		default: '',
		placeholder: 'e.g. db.example.com',
		displayOptions,
	},
	{
		displayName: 'Postgres Port',
		name: 'postgresPort',
		type: 'number',
		default: 5432,
		typeOptions: { minValue: 1, maxValue: 65_535 },
		displayOptions,
	},
	{
		displayName: 'Postgres Database',
		name: 'postgresDatabase',
		type: 'string',
		default: '',
		placeholder: 'e.g. n8n',
		description: 'The tables are created in a schema of their own, so the database of n8n can be used',
		displayOptions,
	},
	{
		displayName: 'Postgres User',
		name: 'postgresUser',
		type: 'string',
		default: '',
		placeholder: 'e.g. n8n',
		displayOptions,
	},
	{
		displayName: 'Postgres Password',
		name: 'postgresPassword',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		displayOptions,
	},
	{
		displayName: 'Postgres Encryption',
		name: 'postgresTls',
		type: 'options',
		options: [
			{ name: 'Off', value: 'off', description: 'For a server on the same machine or in a network of its own' },
			{
				name: 'On',
				value: 'verified',
				description: 'The certificate of the server has to be made for its host, and signed by a known authority or the one below',
			},
			{ name: 'On Without Check', value: 'unverified', description: 'Whoever answers is believed; only for a network that you trust' },
		],
		default: 'off',
		description: 'Whether the connection is encrypted (TLS)',
		displayOptions,
	},
	{
		displayName: 'Postgres CA Certificate',
		name: 'postgresCa',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		placeholder: 'e.g. -----BEGIN CERTIFICATE-----…',
		description: 'Of the authority that signed the certificate of the server. Leave empty for public authorities.',
		displayOptions: { show: { sessionStore: ['postgresServer'], postgresTls: ['verified'] } },
	},
];
