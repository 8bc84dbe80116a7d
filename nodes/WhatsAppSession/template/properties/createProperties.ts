import type { INodeProperties } from 'n8n-workflow';

import type { TemplateKind } from '../readDraft';
import { categoryOptions, contentProperties, messageTtlProperty } from './contentProperties';
import { kindProperty } from './kindProperty';
import { languageOptions } from './languageOptions';
import { creativeProperties } from './creativeProperties';
import { deliveryProperties } from './deliveryProperties';
import { libraryProperties } from './libraryProperties';
import { partProperties } from './partProperties';

const show = { resource: ['template'], operation: ['create'] };
const shownForForm = { ...show, contentFrom: ['form'], category: ['MARKETING', 'UTILITY'] };
const ofKinds = (...kind: TemplateKind[]) => ({ ...shownForForm, kind });

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
		description:
			'The language that the template is written in; en and en_US are two languages. For several of them run the node with one item for each.',
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
	...contentProperties(show, true),
	...libraryProperties({ ...show, contentFrom: ['library'] }),
	kindProperty(shownForForm),
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
		displayOptions: { show: { ...show, contentFrom: ['form', 'json'], category: ['MARKETING', 'UTILITY'] } },
	},
	...partProperties('header', ofKinds('standard', 'offer', 'callPermission')),
	...partProperties('body', shownForForm),
	...partProperties('footer', ofKinds('standard', 'callPermission', 'orderStatus')),
	...partProperties('offer', ofKinds('offer')),
	...partProperties('mediaCards', ofKinds('mediaCarousel')),
	...partProperties('productCards', ofKinds('productCarousel')),
	...partProperties('buttons', ofKinds('standard', 'offer')),
	...partProperties('code', { ...show, contentFrom: ['form'], category: ['AUTHENTICATION'] }),
	...partProperties('libraryCode', { ...show, contentFrom: ['library'], category: ['AUTHENTICATION'] }),
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
			...creativeProperties({ '/category': ['MARKETING'] }),
			{
				displayName: 'Further Languages',
				name: 'furtherLanguages',
				type: 'multiOptions',
				options: languageOptions,
				default: [],
				displayOptions: { show: { '/category': ['AUTHENTICATION'] } },
				description:
					"Languages in which WhatsApp writes the template as well. All of them are submitted at once, with WhatsApp's own words on the buttons; those that exist already are changed.",
			},
			messageTtlProperty,
			...deliveryProperties,
			{
				displayName: 'Sub-Category',
				name: 'subCategory',
				type: 'options',
				options: [
					{ name: 'Booking Status', value: 'BOOKING_STATUS' },
					{ name: 'Call Permissions Request', value: 'CALL_PERMISSIONS_REQUEST' },
					{ name: 'Flight Delay and Gate Change Alert', value: 'FLIGHT_DELAY_AND_GATE_CHANGE_ALERT' },
					{ name: 'Fraud Alert', value: 'FRAUD_ALERT' },
					{ name: 'Order Details', value: 'ORDER_DETAILS' },
					{ name: 'Order Status', value: 'ORDER_STATUS', description: 'The Kind Order Status sets it by itself' },
					{ name: 'Rich Order Status', value: 'RICH_ORDER_STATUS' },
				],
				default: 'ORDER_DETAILS',
				description: "Meta's finer word for what the template is about; most templates need none",
			},
		],
		displayOptions: { show },
	},
];
