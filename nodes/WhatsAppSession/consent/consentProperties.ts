import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { numberCountryProperty } from '../../shared/n8n/parameters/numberCountryProperty';
import { recipientProperty } from '../../shared/n8n/parameters/recipientProperty';
import { limitProperties } from '../register/limitProperties';
import { consentSources } from './consentSources';
import { importProperties } from './importProperties';
import { kindProperties } from './kindProperties';

const show = (...operation: string[]): NonNullable<IDisplayOptions['show']> => ({ resource: ['consent'], operation });
const showChoice = show('optIn', 'optOut');
const showMany = show('getAll');

const operationProperty: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Get',
			value: 'get',
			action: 'Get the consent of a person',
			description: 'Get what a person has agreed to and what not, since when, and what proves it',
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get the consent of many people',
			description: 'List who has opted in to a kind of message, or out of it',
		},
		{
			name: 'Import From Items',
			value: 'import',
			action: 'Import consent from items',
			description: 'Enter a list of another system, one row for each item. Running it again adds nothing twice.',
		},
		{
			name: 'Opt In',
			value: 'optIn',
			action: 'Opt a person in',
			description: 'Enter that a person has agreed to a kind of message',
		},
		{
			name: 'Opt Out',
			value: 'optOut',
			action: 'Opt a person out',
			description: 'Enter that a person wants no more of a kind of message',
		},
	],
	default: 'optIn',
	displayOptions: { show: { resource: ['consent'] } },
};

const choiceProperties: INodeProperties[] = [
	{
		displayName: 'Source',
		name: 'source',
		type: 'options',
		options: consentSources,
		default: 'form',
		description: 'Where the person said so. What is chosen here stands in the ledger as part of the proof, also where you leave it as it is.',
		displayOptions: { show: showChoice },
	},
	{
		displayName: 'Evidence',
		name: 'evidence',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://shop.example/forms/123',
		description: 'What proves it: a link, the number of a form, the ID of a message',
		displayOptions: { show: showChoice },
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
				displayName: 'When',
				name: 'when',
				type: 'dateTime',
				default: '',
				description: 'When the person said so. Leave empty for now. What the person has said since goes on to count.',
			},
			{
				displayName: 'Wording',
				name: 'wording',
				type: 'string',
				default: '',
				placeholder: 'e.g. Yes, send me offers by WhatsApp. I can stop them at any time.',
				description: 'The words that the person agreed to, or wrote',
			},
		],
		displayOptions: { show: showChoice },
	},
];

/** The parameters of the resource Consent. */
export const consentProperties: INodeProperties[] = [
	operationProperty,
	{ ...recipientProperty, displayOptions: { show: show('get', 'import', 'optIn', 'optOut') } },
	...kindProperties(show('getAll', 'optIn', 'optOut')),
	...choiceProperties,
	...importProperties(show('import')),
	{
		displayName: 'State',
		name: 'state',
		type: 'options',
		options: [
			{ name: 'Any', value: 'any' },
			{ name: 'Opted In', value: 'optedIn' },
			{ name: 'Opted Out', value: 'optedOut' },
		],
		default: 'optedIn',
		description: 'Whom to list, by what is true of the kind now',
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
				displayName: 'Since',
				name: 'since',
				type: 'dateTime',
				default: '',
				description: 'Only people whose opt-in or opt-out is not older than this instant',
			},
		],
		displayOptions: { show: showMany },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [numberCountryProperty],
		displayOptions: { show: show('get', 'import') },
	},
];
