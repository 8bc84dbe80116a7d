import type { INodeProperties } from 'n8n-workflow';

import { listProperty } from './listProperty';
import { moreProperty } from './moreProperty';
import { textProperty } from './textProperty';

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

/** What an order is about, and what it comes to, in the same way. */
export const itemProperties: readonly Field[] = [
	[
		'items',
		{
			...listProperty('Items', 'items', 'item', [
				textProperty('Item Name', 'name', 'e.g. Lavender, 12 cm', 'Up to 60 characters'),
				textProperty('Amount', 'amount', 'e.g. 649.75', 'What one of it costs, with a point for decimals'),
				{ displayName: 'Quantity', name: 'quantity', type: 'number', typeOptions: { minValue: 1 }, default: 1, description: 'How many of it' },
				moreProperty('Add detail', [
					textProperty('Country of Origin', 'countryOfOrigin', 'e.g. India', 'In India for items that are not of a catalog'),
					textProperty('Importer Address', 'importerLine1', 'e.g. B8/733 Nand Nagri'),
					textProperty('Importer Address Line 2', 'importerLine2', 'e.g. Police station'),
					textProperty('Importer City', 'importerCity', 'e.g. East Delhi'),
					textProperty('Importer Country Code', 'importerCountryCode', 'e.g. IN', 'Two letters'),
					textProperty('Importer Name', 'importerName', 'e.g. Example Imports', 'In India for items that are not of a catalog'),
					textProperty('Importer Postal Code', 'importerPostalCode', 'e.g. 110093'),
					textProperty('Importer State Code', 'importerZone', 'e.g. DL'),
					textProperty('Picture Link', 'pictureLink', 'e.g. https://shop.example/lavender.jpg', 'For up to ten items that are not of a catalog'),
					textProperty('Product ID', 'productId', 'e.g. sku-1042', 'The content ID of the product in the catalog'),
					textProperty('Sale Amount', 'saleAmount', 'e.g. 599.75', 'What one of it costs today, less than the amount; this is what counts'),
				]),
			]),
			description: 'What is paid for. From data: the option Entries (JSON). In Brazil an order may do without items.',
		},
	],
	['orderTotal', textProperty('Total', 'orderTotal', 'e.g. 1299.50', 'What the person pays in all, with a point for decimals. Empty: calculated from the items. Given: has to be what they come to with tax, shipping and discount.')],
	[
		'goodsType',
		{
			displayName: 'Goods',
			name: 'goodsType',
			type: 'options',
			options: [
				{ name: 'Digital', value: 'digital-goods', description: 'Nothing is shipped: tickets, services, bills' },
				{ name: 'Physical', value: 'physical-goods', description: 'Something is shipped' },
			],
			default: 'digital-goods',
			description: 'What is paid for',
		},
	],
	[
		'orderOptions',
		{
			displayName: 'Order Options',
			name: 'orderOptions',
			type: 'collection',
			placeholder: 'Add order option',
			default: {},
			options: [
				{
					...listProperty('Beneficiaries', 'beneficiaries', 'beneficiary', [
						textProperty('Name', 'name', 'e.g. Ada Lovelace', 'Who gets the goods, up to 200 characters'),
						textProperty('Address', 'line1', 'e.g. 12, Wing A, IB Patel Road', 'Up to 100 characters'),
						textProperty('Address Line 2', 'line2', 'e.g. Goregaon', 'Up to 100 characters'),
						textProperty('City', 'city', 'e.g. Mumbai'),
						textProperty('State', 'state', 'e.g. Maharashtra'),
						textProperty('Postal Code', 'postalCode', 'e.g. 400063', 'Six digits'),
					]),
					description: 'To whom goods are shipped in India; the law asks for it, and nobody sees it',
				},
				{
					...textProperty('Cancel URL', 'cancelUrl', 'e.g. https://shop.example/canceled', 'The payment has failed when the person gets to this address'),
					displayOptions: { show: { '/orderCountry': ['IN'], '/indiaPayment': ['link'] } },
				},
				textProperty('Catalog ID', 'catalogId', 'e.g. 194836987003835', "From Meta's Commerce Manager"),
				textProperty('Discount', 'discountAmount', 'e.g. 100.00', 'What is taken off'),
				textProperty('Discount Description', 'discountDescription', 'e.g. For your birthday', 'Up to 60 characters'),
				textProperty('Discount Program', 'discountProgram', 'e.g. Autumn', 'Name of the program that the discount comes from, up to 60 characters'),
				{
					displayName: 'Expires At',
					name: 'expiresAt',
					type: 'dateTime',
					default: '',
					description: 'When the order can no longer be paid, at least 5 minutes from now',
				},
				textProperty('Expiry Description', 'expiryDescription', 'e.g. The price is good until Friday', 'Says why the order expires, up to 120 characters'),
				{
					...listProperty(
						'Gateway Fields',
						'gatewayFields',
						'field',
						[
							textProperty('Field Name', 'name', 'e.g. receipt', 'Of Razorpay receipt, or any name for a note; of PayU udf1 to udf4; of BillDesk additional_info1 to additional_info7; of Zaakpay extra1 and extra2'),
							textProperty('Value', 'value', 'e.g. receipt-1042', 'Comes back with the payment'),
						],
						'Gateway Field',
					),
					displayOptions: { show: { '/orderCountry': ['IN'], '/indiaPayment': ['gateway'] } },
				},
				textProperty('Header File', 'headerMedia', 'e.g. https://shop.example/order.jpg', 'A picture above the body: a link, a media ID, or the name of a file field of the item'),
				{
					displayName: 'Hide Review and Pay',
					name: 'isQuickPay',
					type: 'boolean',
					default: false,
					description: 'Whether the message has the button to pay at once alone, and none to look at the order first',
				},
				textProperty('Shipping', 'shippingAmount', 'e.g. 49.00', 'What shipping costs'),
				textProperty('Shipping Description', 'shippingDescription', 'e.g. By courier', 'Up to 60 characters'),
				textProperty('Subtotal', 'subtotal', 'e.g. 1299.50', 'What the items alone come to, to be checked; calculated when empty'),
				{
					...textProperty('Success URL', 'successUrl', 'e.g. https://shop.example/paid', 'The payment has succeeded when the person gets to this address'),
					displayOptions: { show: { '/orderCountry': ['IN'], '/indiaPayment': ['link'] } },
				},
				textProperty('Tax', 'taxAmount', 'e.g. 233.91', 'What is added as tax'),
				textProperty('Tax Description', 'taxDescription', 'e.g. GST', 'Up to 60 characters'),
			],
		},
	],
];
