import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { phoneNumberProperty } from '../../shared/n8n/account/phoneNumberProperty';
import { numberCountryProperty } from '../../shared/n8n/parameters/numberCountryProperty';
import { recipientProperty } from '../../shared/n8n/parameters/recipientProperty';

const show = (...operation: string[]): IDisplayOptions => ({ show: { resource: ['thread'], ...(operation.length > 0 && { operation }) } });

/** The parameters of the resource Thread: conversation routing at WhatsApp, between several responders of one account. */
export const threadProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Pass',
				value: 'pass',
				action: 'Pass a thread to another responder',
				description: 'Hand the conversation to another responder of the account, who then gets the messages of the person',
			},
			{
				name: 'Release',
				value: 'release',
				action: 'Release a thread',
				description: 'Let the conversation go, so that WhatsApp decides who gets the next message',
			},
			{
				name: 'Take',
				value: 'take',
				action: 'Take a thread from its owner',
				description: "Take the conversation from the responder who owns it; only for the account's escalation partner",
			},
		],
		default: 'pass',
		displayOptions: show(),
	},
	{ ...phoneNumberProperty, displayOptions: show() },
	{ ...recipientProperty, displayOptions: show() },
	{
		displayName: 'Target Role',
		name: 'targetRole',
		type: 'options',
		options: [
			{ name: 'AI Agent', value: 'ai_agent', description: 'Meta Business Agent, where it is enabled' },
			{ name: 'Click to WhatsApp', value: 'ctwa', description: 'Who answers people that come through an ad' },
			{ name: 'Customer Service', value: 'customer_service', description: 'Who answers what people write of their own accord' },
			{ name: 'Escalation Partner', value: 'escalation', description: 'Who may take every conversation, mostly where people answer' },
			{ name: 'Marketing', value: 'marketing', description: 'Who answers replies to marketing templates' },
			{ name: 'Utility', value: 'utility', description: 'Who answers replies to utility templates' },
		],
		default: 'escalation',
		description: 'Who gets the conversation, by the role under conversation routing in WhatsApp Manager',
		displayOptions: show('pass'),
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			numberCountryProperty,
			{
				displayName: 'Note',
				name: 'note',
				type: 'string',
				typeOptions: { rows: 3 },
				default: '',
				placeholder: 'e.g. Wants to return order 1042',
				description: 'What the next owner of the conversation reads about it, up to 2,000 characters; the person does not see it',
			},
		],
		displayOptions: show(),
	},
];
