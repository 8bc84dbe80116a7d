import type { INodeProperties } from 'n8n-workflow';

import { eventProperties } from './choice/eventProperties';
import { registrationProperties } from './registration/registrationProperties';

const showByHand = { show: { registration: ['manual'] } };

/** Parameters of the trigger. */
export const properties: INodeProperties[] = [
	...registrationProperties,
	{
		displayName:
			'To connect: publish this workflow. Then open WhatsApp > Configuration in the Meta console, paste the Production URL (under Webhook URLs above, where GET and POST are the same) as callback URL and the verify token below, and subscribe to the fields you need: "messages" and "calls" for the customer service window, and those of the events below. With another provider than Meta, enter the URL in its console, and let it send the header that is shown below.',
		name: 'connectNotice',
		type: 'notice',
		default: '',
		displayOptions: showByHand,
	},
	{
		displayName: 'Verify Token',
		name: 'verifyToken',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description: "Choose it to see the 'Verify Token' of the credential, for pasting into the Meta console, or the header that another provider has to send",
		displayOptions: showByHand,
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
	...eventProperties,
];
