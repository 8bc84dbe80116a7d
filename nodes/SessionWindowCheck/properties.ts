import type { INodeProperties } from 'n8n-workflow';

import { phoneNumberProperty } from '../shared/n8n/account/phoneNumberProperty';
import { numberCountryProperty } from '../shared/n8n/parameters/numberCountryProperty';
import { recipientProperty } from '../shared/n8n/parameters/recipientProperty';
import { safetyMarginProperty } from '../shared/n8n/parameters/safetyMarginProperty';

const shownForStore = { displayOptions: { show: { source: ['store'] } } };
const shownForTimestamp = { displayOptions: { show: { source: ['timestamp'] } } };

export const properties: INodeProperties[] = [
	{
		displayName: 'Last Inbound Message',
		name: 'source',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'From the Session Store',
				value: 'store',
				description: 'What the WhatsApp Session Trigger has recorded, in whichever workflow it runs',
			},
			{
				name: 'From a Timestamp',
				value: 'timestamp',
				description: 'An instant of your own, for example from your database',
			},
		],
		default: 'store',
		description: 'Where to look up when the person last wrote or called',
	},
	{ ...phoneNumberProperty, ...shownForStore },
	{ ...recipientProperty, ...shownForStore },
	{
		displayName: 'Timestamp',
		name: 'lastInboundAt',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-22T09:30:00Z',
		hint: 'Empty: the field lastInboundAt of the item',
		description:
			"When the person last wrote or called: ISO 8601, or Unix seconds as WhatsApp gives them. Text without a time zone is read in the workflow's.",
		...shownForTimestamp,
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{ ...numberCountryProperty, displayOptions: { show: { '/source': ['store'] } } },
			{
				displayName: 'Evaluate At',
				name: 'evaluateAt',
				type: 'dateTime',
				default: '',
				description:
					'The instant to judge, for example when a scheduled message will go out. Leave empty for now.',
			},
			safetyMarginProperty,
		],
	},
];
