import type { INodeProperties } from 'n8n-workflow';

import { CARD_BUTTONS } from '../../../shared/cloudApi/templates/draft/buttonWords';
import { buttonsProperty } from './buttonsProperty';
import { examplesProperty } from './examplesProperty';

const ofLink = { displayOptions: { show: { productButton: ['URL'] } } };

/** The cards of a carousel that show pictures or videos. */
export const mediaCardProperties: INodeProperties[] = [
	{
		displayName: 'Cards Show',
		name: 'cardFormat',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Pictures', value: 'IMAGE' },
			{ name: 'Videos', value: 'VIDEO' },
		],
		default: 'IMAGE',
		description: 'What every card begins with; which one is said with each message',
	},
	{
		displayName: 'Cards',
		name: 'cards',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true, multipleValueButtonText: 'Add Card' },
		placeholder: 'Add Card',
		default: {},
		description: '2 to 10, as many as every message will have. All of them have the same parts: a text or none, and the same kinds of buttons.',
		options: [
			{
				displayName: 'Card',
				name: 'values',
				values: [
					{
						displayName: 'Sample File Field Name',
						name: 'sampleField',
						type: 'string',
						default: 'data',
						placeholder: 'e.g. data',
						hint: 'The name of the input field that holds the file',
						description:
							"A JPEG, PNG or MP4 that shows Meta's review what the card looks like. Cards may share one. The credential needs the App ID.",
					},
					{
						displayName: 'Text',
						name: 'text',
						type: 'string',
						typeOptions: { rows: 2 },
						default: '',
						placeholder: 'e.g. Lavender for {{1}}, in pots and for sunny places',
						description: 'Up to 160 characters, with variables if you like; empty in all cards for none',
					},
					examplesProperty('examples', "One for each variable of the card's text, for Meta's review"),
					buttonsProperty('One or two; left empty, the card has the buttons of the first card', CARD_BUTTONS),
				],
			},
		],
	},
];

/** What the cards of a carousel that shows products have in common. */
export const productCardProperties: INodeProperties[] = [
	{
		displayName: 'Card Button',
		name: 'productButton',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'View Product', value: 'SPM', description: 'Shows the product in WhatsApp, where it can be ordered' },
			{ name: 'Visit Website', value: 'URL', description: 'Opens a page of yours' },
		],
		default: 'SPM',
		description: 'The button of every card. Which products they are, up to 10, is said with each message.',
	},
	{
		displayName: 'Button Text',
		name: 'productButtonText',
		type: 'string',
		default: '',
		placeholder: 'e.g. Buy now',
		description: 'The words on the button, up to 25 characters',
		...ofLink,
	},
	{
		displayName: 'Button URL',
		name: 'productUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://shop.example/plants/{{1}}',
		description: 'The address that opens; a variable may stand at its end, as {{1}}',
		...ofLink,
	},
	{
		displayName: 'Button URL Example',
		name: 'productUrlExample',
		type: 'string',
		default: '',
		placeholder: 'e.g. lavender',
		description: 'What may stand in place of the variable; empty when the address has none',
		...ofLink,
	},
];
