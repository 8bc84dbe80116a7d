import type { INodeProperties } from 'n8n-workflow';

import { phoneNumberProperty } from '../../shared/n8n/account/phoneNumberProperty';
import { MESSAGE_ID_FIELDS } from '../../shared/n8n/parameters/messageIdOfItem';

const displayOptions = { show: { resource: ['message'] } };

/** The parameters of the resource Message. */
export const messageProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Mark as Read',
				value: 'markAsRead',
				action: 'Mark a message as read',
				description: 'Show the person two blue ticks, on this message and on all before it',
			},
			{
				name: 'Show Typing',
				value: 'showTyping',
				action: 'Show typing',
				description: 'Mark as read, and show that an answer is being written, until one comes or for 25 seconds',
			},
		],
		default: 'markAsRead',
		displayOptions,
	},
	{ ...phoneNumberProperty, displayOptions },
	{
		displayName: 'Message ID',
		name: 'messageId',
		type: 'string',
		default: '',
		placeholder: 'e.g. wamid.HBgLMTU1NTAxMDAxMDEVAgASGBQz',
		hint: `Empty: the message of the item, from ${MESSAGE_ID_FIELDS.join(', ')}`,
		description: 'The message of the person, at most 30 days old',
		displayOptions,
	},
];
