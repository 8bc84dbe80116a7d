import type { INodeProperties } from 'n8n-workflow';

import { phoneNumberProperty } from '../shared/n8n/account/phoneNumberProperty';
import { numberCountryProperty } from '../shared/n8n/parameters/numberCountryProperty';
import { recipientProperty } from '../shared/n8n/parameters/recipientProperty';

export const properties: INodeProperties[] = [
	{
		displayName:
			"'Human' while somebody of the business has taken over: by a message in the WhatsApp Business app, because the person asked for it, or by 'Take Over' of the node WhatsApp Session; and while another responder owns the conversation at WhatsApp. Words and hours are options of the WhatsApp Session Trigger.",
		name: 'explanation',
		type: 'notice',
		default: '',
	},
	phoneNumberProperty,
	recipientProperty,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [numberCountryProperty],
	},
];
