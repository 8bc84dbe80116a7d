import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { buttonsProperty } from './buttonsProperty';
import { mediaCardProperties, productCardProperties } from './cardProperties';
import { codeProperties, libraryCodeProperties } from './codeProperties';
import { examplesProperty } from './examplesProperty';

/** The parts of a template that can be written by hand. */
export type TemplatePartName = 'header' | 'body' | 'footer' | 'buttons' | 'code' | 'libraryCode' | 'offer' | 'mediaCards' | 'productCards';

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
			{
				name: 'GIF',
				value: 'GIF',
				description: 'A short MP4 in a loop, up to 3.5 MB; for marketing, through the Marketing Messages API',
			},
			{ name: 'Image', value: 'IMAGE', description: 'A picture; which one is said with each message' },
			{ name: 'Location', value: 'LOCATION', description: 'A place on a map; which one is said with each message' },
			{ name: 'None', value: 'NONE' },
			{
				name: 'Product',
				value: 'PRODUCT',
				description: "A product of your catalog, with the button 'View Product'. Marketing only.",
			},
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
			"A file that shows Meta's review what the header looks like: JPEG, PNG, MP4 or PDF. It is sent to nobody; the credential needs the App ID.",
		displayOptions: { show: { headerType: ['IMAGE', 'VIDEO', 'GIF', 'DOCUMENT'] } },
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
	examplesProperty('bodyExamples', "One for each variable of the body, for Meta's review"),
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

const offer: INodeProperties[] = [
	{
		displayName: 'Offer Text',
		name: 'offerText',
		type: 'string',
		default: '',
		placeholder: 'e.g. Expiring offer!',
		description: 'What stands above the countdown, up to 16 characters without variables',
	},
	{
		displayName: 'Offer Ends',
		name: 'offerEnds',
		type: 'boolean',
		default: true,
		description:
			'Whether the message counts down to the end of the offer, which is given with each message. The first button is then Copy Offer Code.',
	},
];

const PARTS: Record<TemplatePartName, INodeProperties[]> = {
	header,
	body,
	footer,
	buttons: [buttonsProperty('Up to 10; quick replies stand together, first or last')],
	code: codeProperties,
	libraryCode: libraryCodeProperties,
	offer,
	mediaCards: mediaCardProperties,
	productCards: productCardProperties,
};
