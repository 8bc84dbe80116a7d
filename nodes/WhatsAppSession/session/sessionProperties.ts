import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { phoneNumberModes } from '../../shared/n8n/account/phoneNumberModes';
import { phoneNumberProperty } from '../../shared/n8n/account/phoneNumberProperty';
import { numberCountryProperty } from '../../shared/n8n/parameters/numberCountryProperty';
import { recipientProperty } from '../../shared/n8n/parameters/recipientProperty';
import { safetyMarginProperty } from '../../shared/n8n/parameters/safetyMarginProperty';
import { limitProperties } from '../register/limitProperties';

const show = (...operation: string[]): NonNullable<IDisplayOptions['show']> => ({ resource: ['session'], operation });
const showMany = show('getAll');
const showOne = show('get', 'recordInbound', 'close');

const operationProperty: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Close',
			value: 'close',
			action: 'Close a session',
			description:
				'Count the window as closed until the person writes again, for example after a refusal elsewhere',
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get a session',
			description: 'Get the customer service window and the consent of one person, whether or not the person ever wrote',
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many sessions',
			description: 'List who can be written to right now, whose window closes soon, or who waits for an answer',
		},
		{
			name: 'Record Inbound',
			value: 'recordInbound',
			action: 'Record an inbound message',
			description:
				'Enter that a person wrote, as another source knows it; the trigger of this pack does so by itself',
		},
	],
	default: 'getAll',
	displayOptions: { show: { resource: ['session'] } },
};

const listProperties: INodeProperties[] = [
	{
		displayName: 'Window',
		name: 'window',
		type: 'options',
		options: [
			{ name: 'Any', value: 'any', description: 'Everybody who ever wrote; who wrote last comes first' },
			{ name: 'Closed', value: 'closed', description: 'Templates alone can be sent; who wrote last comes first' },
			{ name: 'Open', value: 'open', description: 'Free-form messages can be sent; the window that closes first comes first' },
		],
		default: 'open',
		description: 'Whose sessions to list, by their 24-hour customer service window',
		displayOptions: { show: showMany },
	},
	{
		displayName: 'Business Phone Number',
		name: 'businessNumberId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		hint: 'Empty: all numbers of the account',
		description: 'The business number that people wrote to',
		...phoneNumberModes,
		displayOptions: { show: showMany },
	},
	...limitProperties(showMany),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Closing Within (Minutes)',
				name: 'closingWithinMinutes',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 120,
				description: 'Only windows that close within so many minutes from now, for example 120 for two hours',
				displayOptions: { show: { '/window': ['open'] } },
			},
			safetyMarginProperty,
			{
				displayName: 'Unanswered Only',
				name: 'unanswered',
				type: 'boolean',
				default: true,
				description:
					'Whether to list only people to whom the business has not written since they last wrote, neither by this pack nor from another app',
			},
		],
		displayOptions: { show: showMany },
	},
];

/** The parameters of the resource Session. */
export const sessionProperties: INodeProperties[] = [
	operationProperty,
	...listProperties,
	{ ...phoneNumberProperty, displayOptions: { show: showOne } },
	{ ...recipientProperty, displayOptions: { show: showOne } },
	{
		displayName: 'When',
		name: 'when',
		type: 'dateTime',
		default: '',
		description:
			'When the person wrote or called: ISO 8601, or Unix seconds as WhatsApp gives them. Leave empty for now. What is on record already and newer stays.',
		displayOptions: { show: show('recordInbound') },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [numberCountryProperty, { ...safetyMarginProperty, displayOptions: { show: { '/operation': ['get'] } } }],
		displayOptions: { show: showOne },
	},
];
