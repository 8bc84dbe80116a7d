import type { INodeProperties } from 'n8n-workflow';

import { limitProperties } from '../../register/limitProperties';
import { categoryOptions } from './contentProperties';
import { choiceProperties } from './choiceProperties';
import { languageOptions } from './languageOptions';

const showMany = { resource: ['template'], operation: ['getAll'] };

export const getProperties: INodeProperties[] = [
	...choiceProperties({ resource: ['template'], operation: ['get'] }),
	...limitProperties(showMany),
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
		displayOptions: { show: { resource: ['template'], operation: ['get', 'getAll'] } },
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Category',
				name: 'category',
				type: 'multiOptions',
				options: categoryOptions,
				default: [],
				description: 'Categories that are returned; none stands for all',
			},
			{
				displayName: 'Language',
				name: 'language',
				type: 'multiOptions',
				options: languageOptions,
				default: [],
				description: 'Languages that are returned; none stands for all',
			},
			{
				displayName: 'Name Contains',
				name: 'nameContains',
				type: 'string',
				default: '',
				placeholder: 'e.g. order',
				description: 'A part of the name',
			},
			{
				displayName: 'Quality',
				name: 'quality',
				type: 'multiOptions',
				options: [
					{ name: 'Green', value: 'GREEN', description: 'High' },
					{ name: 'Not Rated Yet', value: 'UNKNOWN' },
					{ name: 'Red', value: 'RED', description: 'Low' },
					{ name: 'Yellow', value: 'YELLOW', description: 'Medium' },
				],
				default: [],
				description: "Meta's ratings that are returned; none stands for all",
			},
			{
				displayName: 'Status',
				name: 'status',
				type: 'multiOptions',
				options: [
					{ name: 'Approved', value: 'APPROVED' },
					{ name: 'Archived', value: 'ARCHIVED' },
					{ name: 'Being Deleted', value: 'PENDING_DELETION' },
					{ name: 'Disabled', value: 'DISABLED' },
					{ name: 'In Appeal', value: 'IN_APPEAL' },
					{ name: 'Limit Exceeded', value: 'LIMIT_EXCEEDED' },
					{ name: 'Paused', value: 'PAUSED' },
					{ name: 'Pending', value: 'PENDING' },
					{ name: 'Rejected', value: 'REJECTED' },
				],
				default: [],
				description: 'States that are returned; none stands for all',
			},
		],
		displayOptions: { show: showMany },
	},
];
