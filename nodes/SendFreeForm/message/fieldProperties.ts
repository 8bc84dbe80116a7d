import type { INodeProperties } from 'n8n-workflow';

import { MESSAGE_ID_FIELDS } from '../../shared/n8n/parameters/messageIdOfItem';

/** Single parameters of messages, by the name that `messageTypes` knows them under, in the order of the form. */
export const fieldProperties: ReadonlyArray<[field: string, property: INodeProperties]> = [
	[
		'text',
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			required: true,
			placeholder: 'e.g. Thank you! We will look into it right away.',
			description: 'What the person will read, up to 4096 characters. *bold*, _italic_, ~struck~ and ```code``` work as in WhatsApp.',
		},
	],
	[
		'media',
		{
			displayName: 'File',
			name: 'media',
			type: 'string',
			default: 'data',
			required: true,
			placeholder: 'e.g. data',
			description: 'The name of the file field of the item, a link that begins with https:// and needs no login, or the media ID of a file that was uploaded before',
		},
	],
	[
		'caption',
		{
			displayName: 'Caption',
			name: 'caption',
			type: 'string',
			typeOptions: { rows: 2 },
			default: '',
			placeholder: 'e.g. Your invoice for November',
			description: 'What stands below the file, up to 1024 characters',
		},
	],
	[
		'fileName',
		{
			displayName: 'File Name',
			name: 'fileName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Invoice 1042.pdf',
			description: 'What the document is called on the phone; when empty, the name of the file or the end of the link',
		},
	],
	[
		'isVoice',
		{
			displayName: 'Send as Voice Note',
			name: 'isVoice',
			type: 'boolean',
			default: false,
			description: 'Whether the recording shows as a voice note, with waves and the picture of the sender; it has to be OGG with Opus, up to 512 KB for the play icon',
		},
	],
	['latitude', { displayName: 'Latitude', name: 'latitude', type: 'string', default: '', required: true, placeholder: 'e.g. 52.5200', description: 'Degrees north, with a point for decimals' }],
	['longitude', { displayName: 'Longitude', name: 'longitude', type: 'string', default: '', required: true, placeholder: 'e.g. 13.4050', description: 'Degrees east, with a point for decimals' }],
	['locationName', { displayName: 'Place Name', name: 'locationName', type: 'string', default: '', placeholder: 'e.g. Example Shop', description: 'What the place is called' }],
	['locationAddress', { displayName: 'Place Address', name: 'locationAddress', type: 'string', default: '', placeholder: 'e.g. Main Street 1, Berlin', description: 'Shown below the name' }],
	[
		'messageId',
		{
			displayName: 'Message ID',
			name: 'messageId',
			type: 'string',
			default: '',
			placeholder: 'e.g. wamid.HBgLMTU1NTAxMDAxMDEVAgASGBQz',
			hint: `Empty: the message of the item, from ${MESSAGE_ID_FIELDS.join(', ')}`,
			description: 'The message to react to, at most 30 days old',
		},
	],
	['emoji', { displayName: 'Emoji', name: 'emoji', type: 'string', default: '👍', placeholder: 'e.g. 👍', description: 'One emoji; leave it empty to take the reaction back' }],
	[
		'headerType',
		{
			displayName: 'Header',
			name: 'headerType',
			type: 'options',
			options: [
				{ name: 'Document', value: 'document' },
				{ name: 'Image', value: 'image' },
				{ name: 'None', value: 'none' },
				{ name: 'Text', value: 'text' },
				{ name: 'Video', value: 'video' },
			],
			default: 'none',
			description: 'What stands above the body',
		},
	],
	[
		'textHeader',
		{
			displayName: 'Header',
			name: 'headerText',
			type: 'string',
			default: '',
			placeholder: 'e.g. Opening hours',
			description: 'Stands above the body in bold, up to 60 characters',
		},
	],
	[
		'headerText',
		{
			displayName: 'Header Text',
			name: 'headerText',
			type: 'string',
			default: '',
			placeholder: 'e.g. Your appointment',
			description: 'Stands above the body in bold, up to 60 characters',
			displayOptions: { show: { headerType: ['text'] } },
		},
	],
	[
		'headerMedia',
		{
			displayName: 'Header File',
			name: 'headerMedia',
			type: 'string',
			default: 'data',
			placeholder: 'e.g. data',
			description: 'The name of the file field of the item, a link, or a media ID',
			displayOptions: { show: { headerType: ['image', 'video', 'document'] } },
		},
	],
	[
		'body',
		{
			displayName: 'Body',
			name: 'body',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			required: true,
			placeholder: 'e.g. When shall we come?',
			description: 'The text of the message, up to 1024 characters; 4096 for a list',
		},
	],
	[
		'optionalBody',
		{
			displayName: 'Body',
			name: 'body',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			placeholder: 'e.g. This one would suit you.',
			description: 'The text of the message, up to 1024 characters',
		},
	],
	['listButton', { displayName: 'List Button', name: 'listButton', type: 'string', default: 'Choose', required: true, placeholder: 'e.g. Choose a time', description: 'Opens the list, up to 20 characters' }],
	['linkLabel', { displayName: 'Button Label', name: 'linkLabel', type: 'string', default: '', required: true, placeholder: 'e.g. Track parcel', description: 'The words on the button, up to 20 characters' }],
	['linkUrl', { displayName: 'Button URL', name: 'linkUrl', type: 'string', default: '', required: true, placeholder: 'e.g. https://shop.example/track/JD0001', description: 'What the button opens' }],
	[
		'flowId',
		{
			displayName: 'Flow',
			name: 'flowId',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			required: true,
			description: 'The Flow that the button opens, from WhatsApp Manager > Account tools > Flows',
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					placeholder: 'Select a Flow...',
					typeOptions: { searchListMethod: 'searchFlows', searchable: true },
				},
				{ displayName: 'By Name', name: 'name', type: 'string', placeholder: 'e.g. book_a_visit' },
				{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 1534857690123456' },
			],
		},
	],
	['flowLabel', { displayName: 'Button Label', name: 'flowLabel', type: 'string', default: '', required: true, placeholder: 'e.g. Book a visit', description: 'The words on the button, up to 30 characters and no emoji' }],
	['flowReference', { displayName: 'Flow Token', name: 'flowReference', type: 'string', default: '', placeholder: 'e.g. visit-1042', description: 'Comes back with the answers, so that you know what they belong to' }],
	[
		'flowAction',
		{
			displayName: 'Flow Action',
			name: 'flowAction',
			type: 'options',
			options: [
				{ name: 'Ask the Endpoint', value: 'data_exchange', description: 'The endpoint of the Flow decides on the first screen' },
				{ name: 'Open a Screen', value: 'navigate', description: 'Opens the screen named below, or the first one' },
			],
			default: 'navigate',
			description: 'How the Flow begins',
		},
	],
	['flowScreen', { displayName: 'First Screen', name: 'flowScreen', type: 'string', default: '', placeholder: 'e.g. WELCOME', description: 'ID of the screen that opens', displayOptions: { show: { flowAction: ['navigate'] } } }],
	['flowData', { displayName: 'Flow Data', name: 'flowData', type: 'json', default: '{}', description: 'What the first screen gets, for example {"name": "Ada"}', displayOptions: { show: { flowAction: ['navigate'] } } }],
	['flowIsDraft', { displayName: 'Is a Draft', name: 'flowIsDraft', type: 'boolean', default: false, description: 'Whether the Flow is not published yet' }],
	['catalogId', { displayName: 'Catalog ID', name: 'catalogId', type: 'string', default: '', placeholder: 'e.g. 194836987003835', description: "From Meta's Commerce Manager" }],
	['productId', { displayName: 'Product ID', name: 'productId', type: 'string', default: '', required: true, placeholder: 'e.g. sku-1042', description: 'The content ID of the product in the catalog' }],
	['thumbnailProductId', { displayName: 'Picture of Product', name: 'thumbnailProductId', type: 'string', default: '', placeholder: 'e.g. sku-1042', description: 'ID of the product whose picture is shown; the first of the catalog when empty' }],
	['callLabel', { displayName: 'Button Label', name: 'callLabel', type: 'string', default: 'Call now', placeholder: 'e.g. Call now', description: 'The words on the button, up to 20 characters' }],
	['callMinutes', { displayName: 'Minutes to Call', name: 'callMinutes', type: 'string', default: '', placeholder: 'e.g. 60', description: 'How long the button works; 7 days when empty' }],
	['callPayload', { displayName: 'Payload', name: 'callPayload', type: 'string', default: '', placeholder: 'e.g. order 1042', description: 'Comes back with the call' }],
	[
		'cardKind',
		{
			displayName: 'Cards Have',
			name: 'cardKind',
			type: 'options',
			options: [
				{ name: 'A Link', value: 'link', description: 'A picture or video, a text, and a button that opens a link' },
				{ name: 'A Product', value: 'product', description: 'A product of your catalog' },
				{ name: 'A Reply Button', value: 'reply', description: 'A picture or video, a text, and one or two buttons to answer by' },
			],
			default: 'link',
			description: 'What each card is; all of them are alike',
		},
	],
	['cardCatalog', { displayName: 'Catalog ID', name: 'catalogId', type: 'string', default: '', placeholder: 'e.g. 194836987003835', description: "From Meta's Commerce Manager", displayOptions: { show: { cardKind: ['product'] } } }],
	['json', { displayName: 'Message (JSON)', name: 'json', type: 'json', default: '{\n  "type": "text",\n  "text": { "body": "Hello" }\n}', required: true, description: "The message in the shape of Meta's send call, without the recipient" }],
];

/** Stands below everything else in a message, and so in the form. */
export const footerProperty: [field: string, property: INodeProperties] = [
	'footer',
	{
		displayName: 'Footer',
		name: 'footer',
		type: 'string',
		default: '',
		placeholder: 'e.g. Example Shop',
		description: 'Stands below the body in grey, up to 60 characters',
	},
];
