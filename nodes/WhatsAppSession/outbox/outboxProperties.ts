import type { INodeProperties } from 'n8n-workflow';

import { limitProperties } from '../register/limitProperties';

const resource = ['outbox'];

/** What 'State' offers. */
export const OUTBOX_STATES = [
	{ name: 'Any', value: 'any', description: 'Whatever became of it' },
	{ name: 'Cancelled', value: 'cancelled', description: 'Taken back before it went out' },
	{ name: 'Given Up', value: 'givenUp', description: 'The person has not written in time' },
	{ name: 'Kept', value: 'kept', description: 'Waits for the person to write' },
	{ name: 'Not Sent', value: 'notSent', description: 'May not go out any more: the person has opted out, its file is gone, or WhatsApp has refused it' },
	{ name: 'Sent', value: 'sent', description: 'Went out when the person wrote' },
];

/** The parameters of the resource Outbox. */
export const outboxProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Cancel',
				value: 'cancel',
				action: 'Cancel kept messages',
				description: 'Take back the messages that wait under a key; what is out already stays out',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many kept messages',
				description: 'List the messages that Send Free-form has kept, with what became of them',
			},
		],
		default: 'getAll',
		displayOptions: { show: { resource } },
	},
	{
		displayName: 'Outbox Key',
		name: 'outboxKey',
		type: 'string',
		default: '',
		placeholder: 'e.g. order-1042-shipped',
		hint: 'Empty: the key of the item, from outbox.key',
		description:
			'The Send-Once Key with which the messages were kept, or the key that Send Free-form has put out. All that wait under it are cancelled, whoever they are for.',
		displayOptions: { show: { resource, operation: ['cancel'] } },
	},
	{
		displayName: 'State',
		name: 'outboxState',
		type: 'options',
		options: OUTBOX_STATES,
		default: 'kept',
		description: 'Which messages to list. Those that have ended are listed for 30 days.',
		displayOptions: { show: { resource, operation: ['getAll'] } },
	},
	...limitProperties({ resource, operation: ['getAll'] }),
];
