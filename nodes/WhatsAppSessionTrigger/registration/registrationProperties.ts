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
					'Publishing the workflow registers it at Meta, and unpublishing removes it half a minute later',
			},
			{
				name: 'Manual',
				value: 'manual',
				description: 'You paste the Production URL and the verify token into the Meta console yourself',
			},
		],
		default: 'automatic',
		description: 'Who tells Meta where to post webhooks. Automatic needs App ID, App Secret and Verify Token in the credential; at 360dialog the Webhook Secret, and there the address stays after unpublishing. With any other host there is only Manual. Listening for a test event never changes anything at Meta.',
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
					'Everything of the Meta app that has no address of its own, and changes of templates and accounts',
			},
			{
				name: 'WhatsApp Business Account',
				value: 'businessAccount',
				description:
					'Messages, statuses, calls and groups of this account, beside triggers for other accounts',
			},
			{
				name: 'Phone Number',
				value: 'phoneNumber',
				description:
					'Messages, statuses, calls and groups of one number, beside triggers for other numbers',
			},
		],
		default: 'app',
		description: 'Which webhooks come to this trigger. Meta posts to the address of the number, else to that of the account, else to that of the app, of which there is one. Changes of templates, accounts and marketing preferences go to that of the app in any case.',
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
