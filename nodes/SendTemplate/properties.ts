import type { INodeProperties } from 'n8n-workflow';

import { phoneNumberProperty } from '../shared/n8n/account/phoneNumberProperty';
import { budgetProperty } from '../shared/n8n/parameters/budgetProperty';
import { consentProperty, topicProperty } from '../shared/n8n/parameters/consentProperty';
import { identityHashProperty } from '../shared/n8n/parameters/identityHashProperty';
import { keepBackProperty } from '../shared/n8n/parameters/keepBackProperty';
import { mannersProperty } from '../shared/n8n/parameters/mannersProperty';
import { numberCountryProperty } from '../shared/n8n/parameters/numberCountryProperty';
import { recipientProperty } from '../shared/n8n/parameters/recipientProperty';
import { sendOnceKeyProperty } from '../shared/n8n/parameters/sendOnceKeyProperty';
import { whenUndecidedProperty } from '../shared/n8n/parameters/whenUndecidedProperty';
import { fallbackLanguagesProperty, showUnsendableProperty, templateProperties } from '../shared/n8n/templates/templateProperties';
import { templateValueOptions } from '../shared/n8n/templates/templateValueOptions';

const marketingOptions: INodeProperties[] = [
	{
		displayName: 'Send Marketing Through',
		name: 'marketingThrough',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Cloud API', value: 'messages', description: 'As all other templates' },
			{
				name: 'Marketing Messages API',
				value: 'marketingMessages',
				description: 'Lets Meta optimise the delivery, once the account is enrolled; only marketing goes this way',
			},
		],
		default: 'messages',
		description: 'Which way marketing templates take',
	},
	{
		displayName: 'Product Policy',
		name: 'productPolicy',
		type: 'options',
		options: [
			{ name: 'Fall Back to Cloud API', value: 'CLOUD_API_FALLBACK', description: 'What cannot go through the Marketing Messages API goes the usual way' },
			{ name: 'Strict', value: 'STRICT', description: 'What cannot go through the Marketing Messages API is refused' },
		],
		default: 'CLOUD_API_FALLBACK',
		description: 'What the Marketing Messages API does with a message it cannot take; only used with it',
	},
	{
		displayName: 'Share Activity with Meta',
		name: 'shareActivity',
		type: 'boolean',
		default: true,
		description: 'Whether Meta may use what people do with the message, such as taps, to optimise; only used with the Marketing Messages API',
	},
];

export const properties: INodeProperties[] = [
	phoneNumberProperty,
	recipientProperty,
	...templateProperties(),
	consentProperty(),
	mannersProperty,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			...templateValueOptions,
			numberCountryProperty,
			{
				displayName: 'Dry Run',
				name: 'dryRun',
				type: 'boolean',
				default: false,
				description:
					"Whether to check everything and send nothing. The item leaves on 'Not Sent' with the text as the person would read it and the request as WhatsApp would get it.",
			},
			fallbackLanguagesProperty,
			identityHashProperty,
			budgetProperty,
			keepBackProperty,
			...marketingOptions,
			sendOnceKeyProperty,
			showUnsendableProperty,
			topicProperty,
			whenUndecidedProperty,
		],
	},
];
