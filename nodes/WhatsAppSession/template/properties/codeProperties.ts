import type { INodeProperties } from 'n8n-workflow';

// In the order in which they are filled in; those of apps are shown where the code is filled in for the person.
const HANDS_OVER = { displayOptions: { show: { otpType: ['ONE_TAP', 'ZERO_TAP'] } } };

const otpTypeField: INodeProperties = {
	displayName: 'Code Button',
	name: 'otpType',
	type: 'options',
	options: [
		{ name: 'Copy Code', value: 'COPY_CODE', description: 'The person copies the code and pastes it; works everywhere' },
		{
			name: 'One-Tap Autofill',
			value: 'ONE_TAP',
			description: 'A tap opens your Android app and fills the code in; elsewhere the code is copied',
		},
		{
			name: 'Zero-Tap',
			value: 'ZERO_TAP',
			description: 'Your Android app gets the code by itself; elsewhere it is copied',
		},
	],
	default: 'COPY_CODE',
	description: 'How the code gets into your app',
};

const appsField: INodeProperties = {
	displayName: 'Apps',
	name: 'apps',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add App' },
	placeholder: 'Add App',
	default: {},
	description: 'The Android apps that the code is handed over to, up to 5',
	options: [
		{
			displayName: 'App',
			name: 'values',
			values: [
				{
					displayName: 'Package Name',
					name: 'packageName',
					type: 'string',
					default: '',
					placeholder: 'e.g. com.example.shop',
					description: 'As the Play Store has it in the address of the app',
				},
				{
					displayName: 'Signature Hash',
					name: 'signatureHash',
					type: 'string',
					default: '',
					placeholder: 'e.g. K8a/AINcGX7',
					description: "The hash of the app's signing key, 11 characters; who builds the app knows it",
				},
			],
		},
	],
};

const autofillTextField: INodeProperties = {
	displayName: 'Autofill Button Text',
	name: 'autofillText',
	type: 'string',
	default: '',
	placeholder: 'e.g. Autofill',
	description: "The words on the button that fills the code in, up to 25 characters; empty for WhatsApp's own",
};

const termsField: INodeProperties = {
	displayName: 'Accept Zero-Tap Terms',
	name: 'acceptZeroTapTerms',
	type: 'boolean',
	default: false,
	description:
		"Whether you accept that zero-tap codes are subject to the WhatsApp Business Terms, and see to it that your customers expect the code to be filled in for them",
};

const textFields: INodeProperties[] = [
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

/** The settings of a new authentication template. */
export const codeProperties: INodeProperties[] = [
	otpTypeField,
	{ ...appsField, ...HANDS_OVER },
	{ ...termsField, displayOptions: { show: { otpType: ['ZERO_TAP'] } } },
	...textFields,
	{ ...autofillTextField, ...HANDS_OVER },
];

/** The same for one of Meta's library, where the words on the buttons are Meta's. */
export const libraryCodeProperties: INodeProperties[] = codeProperties.filter(({ name }) => name !== 'codeButtonText' && name !== 'autofillText');

/** The same for changes of one, each to be added by itself. */
export const codeChangeFields: INodeProperties[] = [...textFields, otpTypeField, appsField, termsField, autofillTextField];
