import type { INodeProperties } from 'n8n-workflow';

export const properties: INodeProperties[] = [
	{
		displayName:
			'Connect it once in the Meta console, under <b>WhatsApp > Configuration > Webhook</b>: paste the <b>Production URL</b> from above as the callback URL and the verify token from below, then subscribe to the fields <b>messages</b> and <b>calls</b>. Publish this workflow first, so that Meta can reach it.',
		name: 'connectNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Verify Token',
		name: 'verifyToken',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description: "Choose it to see the 'Verify Token' of the credential, for pasting into the Meta console",
		modes: [
			{
				displayName: 'From Credential',
				name: 'list',
				type: 'list',
				placeholder: 'Show the verify token...',
				typeOptions: { searchListMethod: 'showVerifyToken' },
			},
		],
	},
];
