import type { INodeProperties } from 'n8n-workflow';

import { textProperty } from '../../shared/n8n/parameters/textProperty';

type Field = [field: string, property: INodeProperties];

/**
 * A text that belongs to some ways to pay. n8n must not require it: where an expression gives the country or the way, it takes every
 * one of them for shown, and runs nothing while one is empty.
 */
function shownFor(show: Record<string, string[]>, property: INodeProperties): INodeProperties {
	return { ...property, displayOptions: { show } };
}

const inBrazil = (way: string) => ({ orderCountry: ['BR'], brazilPayments: [way] });
const inIndia = (...ways: string[]) => ({ orderCountry: ['IN'], indiaPayment: ways });
const paymentLink = textProperty('Payment Link', 'paymentLink', 'e.g. https://pay.example/order-1042', 'Where the person pays, from your payment provider');

/** What an order is called, how it goes and how it is paid: parameters by the name that `messageTypes` knows them under, in the order of the form. */
export const orderProperties: readonly Field[] = [
	[
		'orderReference',
		{
			...textProperty('Order Reference', 'orderReference', 'e.g. order-1042', 'Names the order for you and for WhatsApp: letters, digits, _, - and ., up to 60 characters, in India 35. Each Order Details message needs one of its own.'),
			required: true,
		},
	],
	[
		'orderStatus',
		{
			displayName: 'Order Status',
			name: 'orderStatus',
			type: 'options',
			options: [
				{ name: 'Canceled', value: 'canceled', description: 'The order can no longer be paid' },
				{ name: 'Completed', value: 'completed', description: 'Nothing more will happen' },
				{ name: 'None', value: 'none', description: 'Say nothing of the order, only of its payment' },
				{ name: 'Partially Shipped', value: 'partially_shipped' },
				{ name: 'Pending', value: 'pending', description: 'It is not paid yet' },
				{ name: 'Processing', value: 'processing', description: 'It is paid and being worked on' },
				{ name: 'Shipped', value: 'shipped' },
			],
			default: 'processing',
			description: 'How the order goes; WhatsApp shows it in the order as well',
		},
	],
	['statusDescription', textProperty('Status Description', 'statusDescription', 'e.g. It will be with you on Friday', 'Stands beside the status in the order, up to 120 characters')],
	[
		'paymentStatus',
		{
			displayName: 'Payment Status',
			name: 'paymentStatus',
			type: 'options',
			options: [
				{ name: 'Captured', value: 'captured', description: 'It is paid: the order shows a green tick' },
				{ name: 'Failed', value: 'failed' },
				{ name: 'None', value: 'none', description: 'Say nothing of the payment' },
				{ name: 'Pending', value: 'pending' },
			],
			default: 'none',
			description: 'What became of the payment',
		},
	],
	[
		'paidAt',
		{
			displayName: 'Paid At',
			name: 'paidAt',
			type: 'dateTime',
			default: '',
			placeholder: 'e.g. 2026-11-26 15:00',
			description: 'When the payment got this status; may be empty',
			displayOptions: { hide: { paymentStatus: ['none'] } },
		},
	],
	[
		'orderCountry',
		{
			displayName: 'Country',
			name: 'orderCountry',
			type: 'options',
			options: [
				{ name: 'Brazil', value: 'BR', description: 'Pix, boleto, payment link or saved card, in reais' },
				{ name: 'India', value: 'IN', description: 'UPI, payment gateway or payment link, in rupees' },
			],
			default: 'BR',
			description: 'Where business and customer are; WhatsApp takes payments nowhere else',
		},
	],
	[
		'brazilPayments',
		{
			displayName: 'Pay By',
			name: 'brazilPayments',
			type: 'multiOptions',
			options: [
				{ name: 'Boleto', value: 'boleto' },
				{ name: 'Card on File (One-Click)', value: 'card', description: 'A card that you have on file; the person confirms, and you charge it' },
				{ name: 'Payment Link', value: 'link' },
				{ name: 'Pix', value: 'pix' },
			],
			default: ['pix'],
			required: true,
			description: 'The ways to pay that the person can choose from',
			displayOptions: { show: { orderCountry: ['BR'] } },
		},
	],
	[
		'indiaPayment',
		{
			displayName: 'Pay By',
			name: 'indiaPayment',
			type: 'options',
			options: [
				{ name: 'Payment Gateway', value: 'gateway', description: 'BillDesk, PayU, Razorpay or Zaakpay, linked in WhatsApp Manager' },
				{ name: 'Payment Link', value: 'link', description: 'Only for accounts that Meta has enabled for it' },
				{ name: 'UPI Configuration (Older)', value: 'configuration', description: 'A UPI account by its name in WhatsApp Manager; Meta advises to use UPI Intent' },
				{ name: 'UPI Intent', value: 'upi', description: 'Opens the UPI app of the person' },
			],
			default: 'upi',
			description: 'How the person pays',
			displayOptions: { show: { orderCountry: ['IN'] } },
		},
	],
	['pixCode', shownFor(inBrazil('pix'), textProperty('Pix Code', 'pixCode', 'e.g. 00020101021226700014br.gov.bcb.pix2548pix.example…', 'The dynamic code of this order, from your bank or payment provider'))],
	['pixMerchantName', shownFor(inBrazil('pix'), textProperty('Account Holder', 'pixMerchantName', 'e.g. Example Shop Ltda', 'Shown to the person'))],
	['pixKey', shownFor(inBrazil('pix'), textProperty('Pix Key', 'pixKey', 'e.g. 39580525000189', 'Of the account that is paid; shown to the person'))],
	[
		'pixKeyType',
		{
			displayName: 'Pix Key Type',
			name: 'pixKeyType',
			type: 'options',
			options: [
				{ name: 'CNPJ', value: 'CNPJ' },
				{ name: 'CPF', value: 'CPF' },
				{ name: 'Email', value: 'EMAIL' },
				{ name: 'Phone', value: 'PHONE' },
				{ name: 'Random Key (EVP)', value: 'EVP' },
			],
			default: 'CNPJ',
			description: 'What the Pix key is',
			displayOptions: { show: inBrazil('pix') },
		},
	],
	['boletoLine', shownFor(inBrazil('boleto'), textProperty('Boleto Line', 'boletoLine', 'e.g. 03399026944140000002628346101018898510000008848', 'The digits that the person copies into the bank (linha digitável)'))],
	['paymentLinkInBrazil', shownFor(inBrazil('link'), paymentLink)],
	['cardDigits', shownFor(inBrazil('card'), textProperty('Last Digits of the Card', 'cardDigits', 'e.g. 5235', 'The last four, so that the person knows which card'))],
	['cardCredentialId', shownFor(inBrazil('card'), textProperty('Card Credential ID', 'cardCredentialId', 'e.g. 1234567', 'Your own name of the card on file; it comes back when the person confirms'))],
	['upiLink', shownFor(inIndia('upi'), textProperty('UPI Intent Link', 'upiLink', 'e.g. upi://pay?pa=shop@bank&pn=Example%20Shop&mc=5399&purpose=00&tr=order-1042', 'From your payment gateway, for this order'))],
	[
		'gatewayType',
		{
			displayName: 'Payment Gateway',
			name: 'gatewayType',
			type: 'options',
			options: [
				{ name: 'BillDesk', value: 'billdesk' },
				{ name: 'PayU', value: 'payu' },
				{ name: 'Razorpay', value: 'razorpay' },
				{ name: 'Zaakpay', value: 'zaakpay' },
			],
			default: 'razorpay',
			description: 'The gateway that is linked to your account',
			displayOptions: { show: inIndia('gateway') },
		},
	],
	['paymentConfiguration', shownFor(inIndia('gateway', 'configuration'), textProperty('Payment Configuration', 'paymentConfiguration', 'e.g. my-shop', 'Its name in WhatsApp Manager > Payment configurations; with a wrong one nobody can pay'))],
	['paymentLinkInIndia', shownFor(inIndia('link'), paymentLink)],
];
