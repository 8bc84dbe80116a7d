import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { buttonsProperty } from './buttonsProperty';

/** The parts of a template that can be written by hand. */
export type TemplatePartName = 'header' | 'body' | 'footer' | 'buttons' | 'code';

// None of them is marked as required: where the category is an expression n8n shows the fields of every part, and would ask
// for those of the others too. What is missing is refused when the template is checked.

/**
 * The fields that one part of a template is written with.
 *
 * @param show - when they are shown
 */
export function partProperties(part: TemplatePartName, show: IDisplayOptions['show']): INodeProperties[] {
	return PARTS[part].map((property) => ({
		...property,
		displayOptions: { show: { ...show, ...property.displayOptions?.show } },
	}));
}

const header: INodeProperties[] = [
	{
		displayName: 'Header',
		name: 'headerType',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Document', value: 'DOCUMENT', description: 'A PDF file; which one is said with each message' },
			{ name: 'Image', value: 'IMAGE', description: 'A picture; which one is said with each message' },
			{ name: 'Location', value: 'LOCATION', description: 'A place on a map; which one is said with each message' },
			{ name: 'None', value: 'NONE' },
			{ name: 'Text', value: 'TEXT', description: 'A line in bold, with one variable at most' },
			{ name: 'Video', value: 'VIDEO', description: 'An MP4 file; which one is said with each message' },
		],
		default: 'NONE',
		description: 'What stands above the body',
	},
	{
		displayName: 'Header Text',
		name: 'headerText',
		type: 'string',
		default: '',
		placeholder: 'e.g. Your order {{1}}',
		description: 'Up to 60 characters with one variable at most',
		displayOptions: { show: { headerType: ['TEXT'] } },
	},
	{
		displayName: 'Header Example',
		name: 'headerExample',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1042',
		description: "What may stand in place of the header's variable, for Meta's review; empty when it has none",
		displayOptions: { show: { headerType: ['TEXT'] } },
	},
	{
		displayName: 'Sample File Field Name',
		name: 'headerSampleField',
		type: 'string',
		default: 'data',
		placeholder: 'e.g. data',
		hint: 'The name of the input field that holds the file',
		description:
			"A file that shows Meta's review what the header looks like: JPEG, PNG, MP4 or PDF. Nobody is sent it; the credential needs the App ID.",
		displayOptions: { show: { headerType: ['IMAGE', 'VIDEO', 'DOCUMENT'] } },
	},
];

const body: INodeProperties[] = [
	{
		displayName: 'Body',
		name: 'body',
		type: 'string',
		typeOptions: { rows: 5 },
		default: '',
		placeholder: 'e.g. Hello {{1}}, your order {{2}} is on its way.',
		description:
			'Up to 1024 characters. Write variables as {{1}}, {{2}}, or with names as {{order_id}}; none may stand at the very beginning or end.',
	},
	{
		displayName: 'Example Values',
		name: 'bodyExamples',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Example' },
		placeholder: 'Add Example',
		default: {},
		description: "One for each variable of the body, for Meta's review",
		options: [
			{
				displayName: 'Values',
				name: 'values',
				values: [
					{
						displayName: 'Variable',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. 1 or order_id',
						description: 'The number or name of the variable, with or without braces',
					},
					{
						displayName: 'Example',
						name: 'example',
						type: 'string',
						default: '',
						placeholder: 'e.g. Ada',
						description: 'A value like those that you are going to send',
					},
				],
			},
		],
	},
];

const footer: INodeProperties[] = [
	{
		displayName: 'Footer',
		name: 'footer',
		type: 'string',
		default: '',
		placeholder: 'e.g. Reply STOP to opt out',
		description: 'A line in grey below the body, up to 60 characters without variables; empty for none',
	},
];

/** The settings of an authentication template. */
export const codeFields: INodeProperties[] = [
	{
		displayName: 'Code Button Text',
		name: 'codeButtonText',
		type: 'string',
		default: 'Copy code',
		placeholder: 'e.g. Copy code',
		description: 'The words on the button that copies the code, up to 25 characters',
	},
	{
		displayName: 'Code Expiration Minutes',
		name: 'codeExpirationMinutes',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 90 },
		default: 10,
		description: 'How long the code is good for, 1 to 90, as the footer says; 0 leaves the footer out',
	},
	{
		displayName: 'Add Security Recommendation',
		name: 'addSecurityRecommendation',
		type: 'boolean',
		default: true,
		description: 'Whether the text warns people against passing the code on',
	},
];

const PARTS: Record<TemplatePartName, INodeProperties[]> = { header, body, footer, buttons: [buttonsProperty], code: codeFields };
