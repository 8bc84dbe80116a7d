import type { INodeProperties } from 'n8n-workflow';

const shownForNight = { displayOptions: { show: { beforeNight: [true] } } };

/** Parameters of the trigger. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Before It Closes',
		name: 'lead',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 120,
		description:
			'How long before the window closes the workflow starts: more than 5 minutes, for which Send Free-form holds messages back, and at most 23 hours',
	},
	{
		displayName: 'Unit',
		name: 'unit',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Hours', value: 'hours' },
			{ name: 'Minutes', value: 'minutes' },
		],
		default: 'minutes',
		description: "What 'Before It Closes' counts",
	},
	{
		displayName: 'Conversations',
		name: 'conversations',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'All',
				value: 'all',
				description: 'Whether or not the person has been answered',
			},
			{
				name: 'Only Unanswered',
				value: 'unanswered',
				description: 'The business has sent nothing since the person last wrote or called, by n8n or by another app',
			},
		],
		default: 'unanswered',
		description: 'Whose windows start the workflow',
	},
	{
		displayName: 'Put Out',
		name: 'putOut',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'One Item for Each',
				value: 'each',
				description: 'One item for each conversation, for example to write to the person',
			},
			{
				name: 'One Item with a List',
				value: 'list',
				description: "One item with all of them in the field 'conversations', for example for a message to your team",
			},
		],
		default: 'each',
		description: 'What the workflow starts with when several windows close at the same time; at most 500 in one execution',
	},
	{
		displayName: 'Before the Night',
		name: 'beforeNight',
		type: 'boolean',
		default: false,
		description:
			'Whether the workflow starts before the night for windows that close at night, or whose time would come at night: as long before the night begins as it otherwise does before the window closes',
	},
	{
		displayName: 'Night From',
		name: 'nightFrom',
		type: 'string',
		default: '21:00',
		placeholder: 'e.g. 21:00',
		description: 'From when on nobody shall be written to, by a 24-hour clock',
		...shownForNight,
	},
	{
		displayName: 'Night Until',
		name: 'nightUntil',
		type: 'string',
		default: '08:00',
		placeholder: 'e.g. 08:00',
		description: 'When people may be written to again, by a 24-hour clock',
		...shownForNight,
	},
	{
		displayName: 'Time Zone',
		name: 'timeZone',
		type: 'string',
		default: '',
		placeholder: 'e.g. America/Sao_Paulo',
		hint: "Empty: the workflow's",
		description: 'Where it is night: the IANA name of a time zone',
		...shownForNight,
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Phone Number Names or IDs',
				name: 'phoneNumberIds',
				type: 'multiOptions',
				typeOptions: { loadOptionsMethod: 'loadPhoneNumbers' },
				default: [],
				description:
					'Start only for these business numbers. Leave empty for all of the account. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
		],
	},
];
