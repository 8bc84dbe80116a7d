import type { INodeProperties } from 'n8n-workflow';

import { categoryOptions, contentProperties, messageTtlProperty } from './contentProperties';
import { languageOptions } from './languageOptions';
import { partProperties } from './partProperties';

const show = { resource: ['template'], operation: ['create'] };
const shownForForm = { ...show, contentFrom: ['form'], category: ['MARKETING', 'UTILITY'] };

export const createProperties: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. order_update',
		description: 'Lowercase letters, digits and underscores; the languages of one template share it',
		displayOptions: { show },
	},
	{
		displayName: 'Language',
		name: 'language',
		type: 'options',
		options: languageOptions,
		default: 'en_US',
		required: true,
		description: 'The language that the template is written in; en and en_US are two languages',
		displayOptions: { show },
	},
	{
		displayName: 'Category',
		name: 'category',
		type: 'options',
		options: categoryOptions,
		default: 'UTILITY',
		description: 'What the template is for; it decides about the price and about the opt-in that is needed',
		displayOptions: { show },
	},
	...contentProperties(show),
	{
		displayName: 'Variables',
		name: 'parameterFormat',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Numbered', value: 'POSITIONAL', description: 'As {{1}}, {{2}}, …' },
			{ name: 'Named', value: 'NAMED', description: 'As {{first_name}}, {{order_id}}, …' },
		],
		default: 'POSITIONAL',
		description: 'How variables are written in header and body',
		displayOptions: { show: { ...show, category: ['MARKETING', 'UTILITY'] } },
	},
	...partProperties('header', shownForForm),
	...partProperties('body', shownForForm),
	...partProperties('footer', shownForForm),
	...partProperties('buttons', shownForForm),
	...partProperties('code', { ...show, contentFrom: ['form'], category: ['AUTHENTICATION'] }),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Allow Category Change',
				name: 'allowCategoryChange',
				type: 'boolean',
				default: true,
				description: 'Whether Meta may put the template into the category it belongs to, instead of refusing it',
			},
			messageTtlProperty,
		],
		displayOptions: { show },
	},
];
