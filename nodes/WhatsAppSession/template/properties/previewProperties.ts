import type { INodeProperties } from 'n8n-workflow';

import { fallbackLanguagesProperty, templateProperties } from '../../../shared/n8n/templates/templateProperties';
import { templateValueOptions } from '../../../shared/n8n/templates/templateValueOptions';

const show = { resource: ['template'], operation: ['preview'] };

export const previewProperties: INodeProperties[] = [
	...templateProperties(show),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [...templateValueOptions, fallbackLanguagesProperty],
		displayOptions: { show },
	},
];
