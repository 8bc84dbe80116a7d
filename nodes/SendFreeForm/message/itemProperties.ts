import type { INodeProperties } from 'n8n-workflow';

import { itemRows } from '../../shared/n8n/parameters/itemRows';
import { listProperty } from '../../shared/n8n/parameters/listProperty';
import { textProperty } from '../../shared/n8n/parameters/textProperty';

/** What an order is about, and what it comes to: parameters by the name that `messageTypes` knows them under, in the order of the form. */
export const itemProperties: ReadonlyArray<[field: string, property: INodeProperties]> = [
	[
		'items',
		{
			...listProperty('Items', 'items', 'item', itemRows),
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
				{
					displayName: 'Payment Options',
					name: 'enabledPayments',
					type: 'options',
					options: [
						{ name: 'All', value: 'all' },
						{ name: "The Gateway's Page", value: 'web', description: 'For amounts above ₹5,00,000, which UPI does not take' },
						{ name: 'UPI Apps', value: 'upi' },
					],
					default: 'all',
					description: 'What the person can choose from',
					displayOptions: { show: { '/orderCountry': ['IN'], '/indiaPayment': ['gateway'] } },
				},
				{
					displayName: 'Preferred UPI App',
					name: 'preferredUpiApp',
					type: 'options',
					options: [
						{ name: 'Amazon Pay', value: 'amazonpay' },
						{ name: 'BHIM', value: 'bhim' },
						{ name: 'CRED', value: 'cred' },
						{ name: 'Google Pay', value: 'gpay' },
						{ name: 'MobiKwik', value: 'mobikwik' },
						{ name: 'Paytm', value: 'paytm' },
						{ name: 'PhonePe', value: 'phonepe' },
					],
					default: 'gpay',
					description: 'Stands first among the apps that the person can pay with',
					displayOptions: { show: { '/orderCountry': ['IN'], '/indiaPayment': ['gateway', 'configuration'] } },
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
