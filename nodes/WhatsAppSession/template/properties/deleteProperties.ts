import type { INodeProperties } from 'n8n-workflow';

import { choiceProperties } from './choiceProperties';

const show = { resource: ['template'], operation: ['delete'] };

export const deleteProperties: INodeProperties[] = [
	{
		displayName: 'Delete',
		name: 'deleteLanguages',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'This Language',
				value: 'this',
				description: 'Only the chosen language of the template; the others stay',
			},
			{
				name: 'All Languages',
				value: 'all',
				description: 'Every language of the template that has this name, whichever of them is chosen',
			},
		],
		default: 'this',
		description:
			'How much is deleted. It cannot be undone, and the name of an approved template is blocked for 30 days afterwards.',
		displayOptions: { show },
	},
	...choiceProperties(show).map((property) =>
		property.name === 'templateLanguage'
			? { ...property, displayOptions: { show: { ...property.displayOptions?.show, deleteLanguages: ['this'] } } }
			: property,
	),
];
