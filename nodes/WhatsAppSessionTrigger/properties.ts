import type { INodeProperties } from 'n8n-workflow';

import { eventProperties } from './choice/eventProperties';
import { registrationProperties } from './registration/registrationProperties';
import { SHOWN } from './shownValue';

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
		// Not a resource locator: n8n keeps the names of its entries in the workflow, and with it in every copy.
		// eslint-disable-next-line n8n-nodes-base/node-param-display-name-wrong-for-dynamic-options -- it shows one thing, and nothing is chosen
		displayName: 'Verify Token',
		name: 'verifyToken',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'showVerifyToken' },
		default: SHOWN,
		// eslint-disable-next-line n8n-nodes-base/node-param-description-wrong-for-dynamic-options -- the same
		description: "What stands in 'Verify Token' of the credential, for pasting into the Meta console, or the header that another provider has to send. The workflow does not keep it.",
		displayOptions: showByHand,
	},
	...eventProperties,
];
