import type { INodeProperties } from 'n8n-workflow';

import { failedWordsProperty } from '../parameters/failedWordsProperty';
import { itemRows } from '../parameters/itemRows';
import { listProperty } from '../parameters/listProperty';
import { productRows } from '../parameters/productRows';

/** Other ways to fill in a template than its form. */
export const templateValueOptions: INodeProperties[] = [
	failedWordsProperty,
	{
		displayName: 'Amounts and Dates',
		name: 'typedVariables',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Variable' },
		placeholder: 'Add Variable',
		default: {},
		description:
			"Variables that are sent as an amount of money or as a date and time, which WhatsApp may write in the person's own language. Their values are given where those of the others are.",
		options: [
			{
				displayName: 'Variable',
				name: 'values',
				values: [
					{
						displayName: 'Variable',
						name: 'variable',
						type: 'string',
						default: '',
						placeholder: 'e.g. 2 or total',
						description: 'The number or name of the variable, or the ID of its field, such as header_1',
					},
					{
						displayName: 'Send As',
						name: 'type',
						type: 'options',
						options: [
							{ name: 'Amount of Money', value: 'currency' },
							{ name: 'Date and Time', value: 'date_time' },
						],
						default: 'currency',
						description: 'What the value is',
					},
					{
						displayName: 'Currency',
						name: 'currency',
						type: 'string',
						default: 'EUR',
						placeholder: 'e.g. EUR',
						description: 'Its code of three letters',
						displayOptions: { show: { type: ['currency'] } },
					},
				],
			},
		],
	},
	{
		displayName: 'Clean Values',
		name: 'cleanValues',
		type: 'boolean',
		default: false,
		description:
			'Whether to join lines with a dot and to reduce tabs and runs of spaces to one space in values that people read. WhatsApp refuses them otherwise.',
	},
	{
		displayName: 'Components (JSON)',
		name: 'componentsJson',
		type: 'json',
		default: '',
		placeholder: 'e.g. [{"type": "body", "parameters": [{"type": "text", "text": "Ada"}]}]',
		description:
			"Components in the shape of Meta's send call, for what the form does not offer. Each takes the place of what the form would send for the same part.",
	},
	{
		...listProperty('Order Items', 'orderItems', 'item', itemRows),
		description: 'What is paid for, in a template with an order: in place of the list in Template Variables',
	},
	{
		...listProperty('Products', 'products', 'product', productRows),
		description: 'The products that a button of the template opens: in place of the list in Template Variables',
	},
	{
		displayName: 'Values (JSON)',
		name: 'valuesJson',
		type: 'json',
		default: '',
		builderHint: { propertyHint: "The simplest way to fill in a template, in place of templateVariables: an object by variable, for example { first_name: 'Ada' }." },
		placeholder: 'e.g. {"first_name": "Ada", "button_1_suffix": "JD0001"}',
		description:
			'Values for templates that are chosen at run time, beside the form: an object by variable or field, or a list for the variables of the body',
	},
];
