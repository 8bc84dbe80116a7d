import type { INodeProperties } from 'n8n-workflow';

const shownFor = (operation: string, more: Record<string, string[]> = {}) => ({
	displayOptions: { show: { resource: ['store'], operation: [operation], ...more } },
});

/** The parameters of the resource Store. */
export const storeProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Back Up',
				value: 'backUp',
				action: 'Back up the store',
				description: 'Copy the embedded session store into a file, while everything goes on',
			},
			{
				name: 'Health',
				value: 'health',
				action: 'Check the health of the store',
				description:
					'Get whether the session store can be reached, what it holds and takes, and what needs a look',
			},
			{
				name: 'Move to Postgres',
				value: 'moveToPostgres',
				action: 'Move the store to postgres',
				description:
					'Copy an embedded session store into the Postgres of this credential, while everything goes on',
			},
		],
		default: 'health',
		displayOptions: { show: { resource: ['store'] } },
	},
	{
		displayName:
			'The credential of this node names the Postgres to move into. Make a second one for it, so that your workflows keep the embedded store until all is there. Run this before and after they change over: what is there already is not added again.',
		name: 'moveNotice',
		type: 'notice',
		default: '',
		...shownFor('moveToPostgres'),
	},
	{
		displayName: 'Embedded Store Path',
		name: 'sourcePath',
		type: 'string',
		default: '',
		placeholder: 'e.g. /home/node/.n8n/whatsapp-session/sessions.sqlite',
		description:
			'The file to move from: what stands in Embedded Store Path of the credential that your workflows use. Leave empty where that is empty.',
		...shownFor('moveToPostgres'),
	},
	{
		displayName: 'Destination',
		name: 'destination',
		type: 'options',
		options: [
			{
				name: 'File of the Item',
				value: 'item',
				description: 'A binary file, for the next node to put where your backups are, for example S3, SFTP or Google Drive',
			},
			{ name: 'File on the N8n Host', value: 'host', description: 'A new file on the machine or volume of n8n' },
		],
		default: 'item',
		description: 'Where the copy goes. It holds phone numbers and user IDs: keep it as you keep the store itself.',
		...shownFor('backUp'),
	},
	{
		displayName: 'Put Output File in Field',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		required: true,
		placeholder: 'e.g. data',
		hint: 'The name of the output binary field to put the file in',
		description: 'Name of the field that holds the file',
		...shownFor('backUp', { destination: ['item'] }),
	},
	{
		displayName: 'File Path',
		name: 'filePath',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. /home/node/.n8n-files/sessions-2026-11-26.sqlite',
		description:
			'The whole path of a new file; one that exists is left as it is. n8n lets workflows write into certain folders only (N8N_RESTRICT_FILE_ACCESS_TO).',
		...shownFor('backUp', { destination: ['host'] }),
	},
];
