import type { INodeProperties } from 'n8n-workflow';

import { phoneNumberModes } from '../../shared/n8n/account/phoneNumberModes';

const displayOptions = { show: { resource: ['usage'], operation: ['get'] } };

/** The parameters of the resource Usage. */
export const usageProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Get',
				value: 'get',
				action: 'Get usage and costs',
				description: 'Count the messages of a month by number and category, and what they cost by your rates',
			},
		],
		default: 'get',
		displayOptions: { show: { resource: ['usage'] } },
	},
	{
		displayName: 'Business Phone Number',
		name: 'businessNumberId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		hint: 'Empty: all numbers of the account',
		description: 'The business number that the messages were sent from',
		...phoneNumberModes,
		displayOptions,
	},
	{
		displayName: 'Month',
		name: 'month',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11',
		hint: 'Empty: this month',
		description: 'The month to count, as year and month. This month and last month are understood as well.',
		displayOptions,
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Rate File',
				name: 'rateFile',
				type: 'string',
				default: '',
				placeholder: 'e.g. data',
				description: 'The file field of the item that holds the rate table: CSV with the columns category, currency and rate, or JSON. Takes the place of Rate Table.',
			},
			{
				displayName: 'Rate Table',
				name: 'rateTable',
				type: 'json',
				default: '',
				placeholder: 'e.g. [{ "category": "service", "currency": "EUR", "rate": "0.0068" }]',
				description:
					"What one charged message of each category costs. Meta's rates change and differ from country to country, so give those of the country that you write to most, or all rows of a table of yours by an expression.",
			},
			{
				displayName: 'Time Zone',
				name: 'timeZone',
				type: 'string',
				default: '',
				placeholder: 'e.g. Europe/Berlin',
				description:
					"Where the month begins and ends at midnight. Meta counts the free messages of a month in the time zone of your WhatsApp account, which you see in WhatsApp Manager. Leave empty for the workflow's time zone.",
			},
		],
		displayOptions,
	},
];
