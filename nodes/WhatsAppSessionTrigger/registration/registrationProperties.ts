import type { INodeProperties } from 'n8n-workflow';

import { phoneNumberModes } from '../../shared/n8n/account/phoneNumberModes';

/** Who enters the trigger's address at Meta, and where. */
export const registrationProperties: INodeProperties[] = [
	{
		displayName: 'Registration',
		name: 'registration',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'automatic',
				description:
					'Publishing the workflow registers this trigger at Meta, and unpublishing removes it half a minute later. Needs App ID, App Secret and Verify Token in the credential. At 360dialog it needs the Webhook Secret, and the address stays after unpublishing.',
			},
			{
				name: 'Manual',
				value: 'manual',
				description: 'You paste the Production URL and the verify token into the Meta console yourself; with another host than those of Meta and 360dialog, there is no other way',
			},
		],
		default: 'automatic',
		description: 'Who tells Meta where to post webhooks. Listening for a test event never changes anything at Meta.',
	},
	{
		displayName: 'Registration Level',
		name: 'registrationLevel',
		type: 'options',
		options: [
			{
				name: 'App',
				value: 'app',
				description:
					'Receives everything: all accounts and numbers of the Meta app, and changes of templates and accounts. An app has one such place; accounts and numbers with an address of their own are left out.',
			},
			{
				name: 'WhatsApp Business Account',
				value: 'businessAccount',
				description:
					'Receives messages, statuses, calls and groups of the account of the credential. Changes of templates, accounts and marketing preferences go to the app. Lives beside triggers for other accounts.',
			},
			{
				name: 'Phone Number',
				value: 'phoneNumber',
				description:
					'Receives messages, statuses, calls and groups of one number. Changes of templates, accounts and marketing preferences go to the app. Lives beside triggers for other numbers.',
			},
		],
		default: 'app',
		description: 'Which webhooks come to this trigger. Meta posts to the address of the number, else to that of the account, else to that of the app.',
		displayOptions: { show: { registration: ['automatic'] } },
	},
	{
		displayName: 'Business Phone Number',
		name: 'registrationPhoneNumberId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description: 'The number whose webhooks come to this trigger',
		hint: 'Empty: the only one of the account',
		displayOptions: { show: { registration: ['automatic'], registrationLevel: ['phoneNumber'] } },
		...phoneNumberModes,
	},
	{
		displayName: 'Replace Another Callback',
		name: 'replaceCallback',
		type: 'boolean',
		default: false,
		description:
			'Whether to take the place of another address that Meta posts to at this level. That one then gets nothing more.',
		displayOptions: { show: { registration: ['automatic'] } },
	},
];
