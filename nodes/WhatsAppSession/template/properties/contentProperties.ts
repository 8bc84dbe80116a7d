import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

const fromLibrary = {
	name: 'Template Library',
	value: 'library',
	description: "A template that WhatsApp has written and approved, for orders, payments, feedback and one-time codes",
};

/**
 * The choice between the form and a definition in Meta's own words, and the field for the latter.
 *
 * @param show - when they are shown
 * @param isNew - whether the template may be taken from Meta's library as well
 */
export function contentProperties(show: IDisplayOptions['show'], isNew = false): INodeProperties[] {
	return [
		{
			displayName: 'Content',
			name: 'contentFrom',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'Form', value: 'form', description: 'Every kind of template, field by field' },
				{
					name: 'Components (JSON)',
					value: 'json',
					description: "In Meta's own shape, for definitions that you have already and for what Meta invents next",
				},
				...(isNew ? [fromLibrary] : []),
			],
			default: 'form',
			description: 'How the content of the template is written',
			displayOptions: { show },
		},
		{
			displayName: 'Components (JSON)',
			name: 'components',
			type: 'json',
			default: '[\n  {\n    "type": "BODY",\n    "text": "Hello from our shop."\n  }\n]',
			required: true,
			description: 'All components of the template as the Graph API takes them, with an example for each variable',
			displayOptions: { show: { ...show, contentFrom: ['json'] } },
		},
	];
}

/** The option that limits how long a message may wait for the person's phone. */
export const messageTtlProperty: INodeProperties = {
	displayName: 'Message Time-to-Live',
	name: 'messageTtlSeconds',
	type: 'number',
	default: 43200,
	description:
		'How long a message may wait for the phone of the person, in seconds: 30 to 900 for authentication, 30 to 43200 for utility, 43200 to 2592000 for marketing. -1 is 30 days for the first two. After that WhatsApp drops it without a word.',
};

/** The categories of templates, in Meta's words. */
export const categoryOptions = [
	{ name: 'Authentication', value: 'AUTHENTICATION', description: 'One-time codes; the text is written by WhatsApp' },
	{ name: 'Marketing', value: 'MARKETING', description: 'Offers, news and everything that is neither of the others' },
	{ name: 'Utility', value: 'UTILITY', description: 'About something that the person ordered or asked for' },
];
