import type { INodeProperties } from 'n8n-workflow';

const shownFor = (...type: string[]): Pick<INodeProperties, 'displayOptions'> => ({ displayOptions: { show: { type } } });
const shownForFlow = (flowFrom: string): Pick<INodeProperties, 'displayOptions'> => ({
	displayOptions: { show: { type: ['FLOW'], flowFrom: [flowFrom] } },
});

/** The kinds of buttons, by their names. */
const typeField: INodeProperties = {
	displayName: 'Type',
	name: 'type',
	type: 'options',
	options: [
		{ name: 'Call on WhatsApp', value: 'VOICE_CALL', description: 'Calls your business number over the internet' },
		{ name: 'Call Phone Number', value: 'PHONE_NUMBER', description: 'One of them at most' },
		{ name: 'Complete Flow', value: 'FLOW', description: 'Opens a form of WhatsApp Flows' },
		{ name: 'Copy Offer Code', value: 'COPY_CODE', description: 'One of them at most; WhatsApp writes the words on it' },
		{
			name: 'Pay for Order',
			value: 'ORDER_DETAILS',
			description: 'Shows an order to be paid in WhatsApp, in India and Brazil; the order comes with each message',
		},
		{ name: 'Quick Reply', value: 'QUICK_REPLY', description: 'Sends its text back to you' },
		{
			name: 'Request Payment',
			value: 'PAYMENT_REQUEST',
			description: 'Copies a Pix code or a boleto, or opens a payment link, which comes with each message. Brazil only.',
		},
		{
			name: 'Share Contact Info',
			value: 'REQUEST_CONTACT_INFO',
			description: 'Asks for the phone number of people who are known by a user ID only',
		},
		{ name: 'View Catalog', value: 'CATALOG', description: 'Opens your catalog. Marketing only.' },
		{
			name: 'View Product',
			value: 'SPM',
			description: "Shows one product; the header has to be 'Product'. Marketing only.",
		},
		{ name: 'View Products', value: 'MPM', description: 'Shows up to 30 products that you send along. Marketing only.' },
		{ name: 'Visit Website', value: 'URL', description: 'Two of them at most' },
	],
	default: 'QUICK_REPLY',
	description: 'What happens when a person taps the button',
};

const deepLinkField: INodeProperties = {
	displayName: 'App Deep Link',
	name: 'deepLink',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'Opens a place in your Android app where it is installed, in place of the website. For the Marketing Messages API.',
	options: [
		{
			displayName: 'Android Deep Link',
			name: 'link',
			type: 'string',
			default: '',
			placeholder: 'e.g. shop://sale',
			description: 'What your app opens at a place in it',
		},
		{
			displayName: 'Fallback URL',
			name: 'fallbackUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://shop.example/app',
			description: 'What opens when the app cannot be opened, for example its page in the Play Store',
		},
		{
			displayName: 'Meta App ID',
			name: 'appId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 645829310472918',
			description: 'The Meta app that the taps are counted for; that of the credential when empty',
		},
	],
	...shownFor('URL'),
};

const flowFields: INodeProperties[] = [
	{
		displayName: 'Flow',
		name: 'flowFrom',
		type: 'options',
		options: [
			{ name: 'As JSON', value: 'json', description: 'The Flow comes along with the template' },
			{ name: 'By ID', value: 'id' },
			{ name: 'By Name', value: 'name' },
		],
		default: 'id',
		description: 'How the Flow is named',
		...shownFor('FLOW'),
	},
	{
		displayName: 'Flow ID',
		name: 'flowId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1234567890123456',
		description: 'ID of the Flow from WhatsApp Manager',
		...shownForFlow('id'),
	},
	{
		displayName: 'Flow Name',
		name: 'flowName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Appointment',
		description: 'Name of a published Flow as WhatsApp Manager shows it; the template keeps its ID',
		...shownForFlow('name'),
	},
	{
		displayName: 'Flow JSON',
		name: 'flowJson',
		type: 'json',
		default: '',
		placeholder: 'e.g. {"version": "7.0", "screens": [...]}',
		description: 'What the Flow builder of WhatsApp Manager shows as JSON',
		...shownForFlow('json'),
	},
	{
		displayName: 'First Screen',
		name: 'flowScreen',
		type: 'string',
		default: '',
		placeholder: 'e.g. WELCOME',
		description: 'Name of the screen that the Flow begins with; empty when its endpoint says which, or for the first one of the JSON',
		...shownFor('FLOW'),
	},
];

/** All that a button may be given; the type decides about the others. */
const buttonFields: INodeProperties[] = [
	typeField,
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		default: '',
		placeholder: 'e.g. Track parcel',
		description: 'The words on the button, up to 25 characters',
		...shownFor('QUICK_REPLY', 'URL', 'PHONE_NUMBER', 'FLOW', 'VOICE_CALL'),
	},
	{
		displayName: 'Text',
		name: 'orderText',
		type: 'options',
		options: [
			{ name: 'Buy Now', value: 'Buy now', description: 'One product below its picture, in marketing (India)' },
			{ name: 'Copy Pix Code', value: 'Copy Pix code', description: 'Brazil' },
			{ name: 'Review and Pay', value: 'Review and Pay' },
		],
		default: 'Review and Pay',
		description: 'The words on the button',
		...shownFor('ORDER_DETAILS'),
	},
	{
		displayName: 'Payment',
		name: 'paymentKind',
		type: 'options',
		options: [
			{ name: 'Boleto', value: 'boleto' },
			{ name: 'Payment Link', value: 'payment_link' },
			{ name: 'Pix', value: 'pix_dynamic_code' },
		],
		default: 'pix_dynamic_code',
		description: 'How the person pays; each button has another way, and WhatsApp writes the words on it',
		...shownFor('PAYMENT_REQUEST'),
	},
	{
		displayName: 'Payment Sample',
		name: 'paymentSample',
		type: 'string',
		default: '',
		placeholder: 'e.g. 00020101021226700014br.gov.bcb.pix2548pix.example…',
		description: 'A code or a link like those that you are going to send',
		...shownFor('PAYMENT_REQUEST'),
	},
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://shop.example/track/{{1}}',
		description: 'The address that opens; a variable may stand at its end, as {{1}}',
		...shownFor('URL'),
	},
	{
		displayName: 'URL Example',
		name: 'urlExample',
		type: 'string',
		default: '',
		placeholder: 'e.g. JD0001',
		description: 'What may stand in place of the variable; empty when the address has none',
		...shownFor('URL'),
	},
	deepLinkField,
	{
		displayName: 'Phone Number',
		name: 'phoneNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. +12025550143',
		description: 'With the country code, up to 20 characters',
		...shownFor('PHONE_NUMBER'),
	},
	{
		displayName: 'Offer Code Example',
		name: 'code',
		type: 'string',
		default: '',
		placeholder: 'e.g. SUMMER25',
		description: 'A code like those that you are going to send, up to 15 characters',
		...shownFor('COPY_CODE'),
	},
	...flowFields,
];

/**
 * The list of a template's buttons.
 *
 * @param description - how many there may be, and in which order
 * @param types - the kinds that there may be; all of them when undefined
 * @param left - fields that buttons of these kinds do not have here; none when undefined
 */
export function buttonsProperty(description: string, types?: readonly string[], left: readonly string[] = []): INodeProperties {
	return {
		displayName: 'Buttons',
		name: 'buttons',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true, multipleValueButtonText: 'Add Button' },
		placeholder: 'Add Button',
		default: {},
		description,
		options: [{ displayName: 'Button', name: 'values', values: types === undefined ? buttonFields : fieldsOf(types, left) }],
	};
}

function fieldsOf(types: readonly string[], left: readonly string[]): INodeProperties[] {
	const isAmong = (value: unknown) => types.includes(String(value));
	const own = buttonFields.filter(({ name, displayOptions }) => !left.includes(name) && displayOptions?.show?.type?.some(isAmong));
	const options = typeField.options?.filter((option) => 'value' in option && isAmong(option.value));
	const isOffered = options?.some((option) => 'value' in option && option.value === typeField.default) === true;
	return [{ ...typeField, options, ...(!isOffered && { default: types[0] }) }, ...own];
}
