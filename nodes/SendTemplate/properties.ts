import type { INodeProperties } from 'n8n-workflow';

import { phoneNumberProperty } from '../shared/n8n/phoneNumberProperty';
import { recipientProperty } from '../shared/n8n/recipientProperty';
import { sendOnceKeyProperty } from '../shared/n8n/sendOnceKeyProperty';
import { templateProperties } from '../shared/n8n/templateProperties';

export const properties: INodeProperties[] = [
	phoneNumberProperty,
	recipientProperty,
	...templateProperties(),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [sendOnceKeyProperty],
	},
];
