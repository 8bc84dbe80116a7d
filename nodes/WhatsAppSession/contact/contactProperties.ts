import type { INodeProperties } from 'n8n-workflow';

import { numberCountryProperty } from '../../shared/n8n/parameters/numberCountryProperty';
import { recipientProperty } from '../../shared/n8n/parameters/recipientProperty';

const displayOptions = { show: { resource: ['contact'] } };

/** The parameters of the resource Contact. */
export const contactProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Export',
				value: 'export',
				action: 'Export a contact',
				description:
					'Get all that is on record of a person: sessions, consent with proof, and which messages were sent',
			},
			{
				name: 'Forget',
				value: 'forget',
				action: 'Forget a contact',
				description:
					'Remove all that is on record of a person, for good; opt-outs go on being obeyed',
			},
		],
		default: 'export',
		displayOptions,
	},
	{ ...recipientProperty, displayOptions },
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			numberCountryProperty,
			{
				displayName: 'Dry Run',
				name: 'dryRun',
				type: 'boolean',
				default: true,
				description: 'Whether to remove nothing, and only count what would be removed',
				displayOptions: { show: { '/operation': ['forget'] } },
			},
		],
		displayOptions,
	},
];
