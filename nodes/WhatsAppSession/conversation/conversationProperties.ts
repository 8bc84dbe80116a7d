import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { phoneNumberProperty } from '../../shared/n8n/account/phoneNumberProperty';
import { numberCountryProperty } from '../../shared/n8n/parameters/numberCountryProperty';
import { recipientProperty } from '../../shared/n8n/parameters/recipientProperty';
import { takeOverEndProperty, takeOverHoursProperty } from '../../shared/n8n/parameters/takeOverProperties';

const show = (...operation: string[]): IDisplayOptions => ({ show: { resource: ['conversation'], ...(operation.length > 0 && { operation }) } });

/** The parameters of the resource Conversation. */
export const conversationProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Give Back',
				value: 'giveBack',
				action: 'Give a conversation back to the bot',
				description: 'Let the bot answer again, until somebody of the business takes over once more',
			},
			{
				name: 'Take Over',
				value: 'takeOver',
				action: 'Take a conversation over from the bot',
				description: 'Note that a person of the business answers from now on, as when a colleague opens the ticket',
			},
		],
		default: 'takeOver',
		displayOptions: show(),
	},
	{ ...phoneNumberProperty, displayOptions: show() },
	{ ...recipientProperty, displayOptions: show() },
	{ ...takeOverEndProperty, displayOptions: show('takeOver') },
	{ ...takeOverHoursProperty, displayOptions: { show: { ...show('takeOver').show, takeOverEnds: ['afterHours'] } } },
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [numberCountryProperty],
		displayOptions: show(),
	},
];
