import type { INodeProperties } from 'n8n-workflow';

import { choiceProperties } from './choiceProperties';
import { codeChangeFields } from './codeProperties';
import { categoryOptions, contentProperties, messageTtlProperty } from './contentProperties';
import { creativeProperties } from './creativeProperties';
import { deliveryProperties } from './deliveryProperties';
import { partProperties, type TemplatePartName } from './partProperties';

const show = { resource: ['template'], operation: ['edit'] };
const shownFor = (part: TemplatePartName) => ({ ...show, contentFrom: ['form'], parts: [part] });

export const editProperties: INodeProperties[] = [
	{
		displayName:
			'An approved template may be edited once a day and 10 times in 30 days. It goes back to review and keeps its name, language and category.',
		name: 'editNotice',
		type: 'notice',
		default: '',
		displayOptions: { show },
	},
	...choiceProperties(show),
	...contentProperties(show),
	{
		displayName: 'Parts to Change',
		name: 'parts',
		type: 'multiOptions',
		options: [
			{ name: 'Body', value: 'body' },
			{ name: 'Buttons', value: 'buttons', description: 'All of them are replaced; none removes them' },
			{
				name: 'Cards',
				value: 'mediaCards',
				description: 'Those of a carousel of pictures or videos; all of them are replaced',
			},
			{ name: 'Footer', value: 'footer', description: 'An empty one is removed' },
			{ name: 'Header', value: 'header', description: 'None removes it' },
			{ name: 'Limited-Time Offer', value: 'offer', description: 'What the offer is called, and whether it ends' },
			{ name: 'One-Time Code', value: 'code', description: 'Button, expiration and recommendation of an authentication template' },
		],
		default: [],
		description: 'What is written anew; the other parts stay as they are',
		displayOptions: { show: { ...show, contentFrom: ['form'] } },
	},
	...partProperties('header', shownFor('header')),
	...partProperties('body', shownFor('body')),
	...partProperties('footer', shownFor('footer')),
	...partProperties('offer', shownFor('offer')),
	...partProperties('mediaCards', shownFor('mediaCards')),
	...partProperties('buttons', shownFor('buttons')),
	{
		displayName: 'Code Changes',
		name: 'codeChanges',
		type: 'collection',
		placeholder: 'Add Change',
		default: {},
		description: 'What is changed of the one-time code; the rest stays as it is',
		options: codeChangeFields,
		displayOptions: { show: shownFor('code') },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Category',
				name: 'category',
				type: 'options',
				options: categoryOptions,
				default: 'UTILITY',
				description: 'The new category; WhatsApp does not change that of an approved template',
			},
			...creativeProperties(),
			messageTtlProperty,
			...deliveryProperties,
		],
		displayOptions: { show },
	},
];
