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
					'Get all that is on record of a person under every number and user ID: sessions, consent with proof, messages sent. The texts of messages are not kept.',
			},
			{
				name: 'Forget',
				value: 'forget',
				action: 'Forget a contact',
				description:
					'Remove all that is on record of a person, which cannot be undone. Opt-outs go on being obeyed: of each there stays a keyed digest and its date, without number, name or proof.',
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
