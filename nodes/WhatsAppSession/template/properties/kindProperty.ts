import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

/**
 * The choice of what kind of template the form makes.
 *
 * @param show - when it is shown
 */
export function kindProperty(show: IDisplayOptions['show']): INodeProperties {
	return {
		displayName: 'Kind',
		name: 'kind',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Call Permission Request',
				value: 'callPermission',
				description: 'Asks whether you may call; WhatsApp adds the buttons',
			},
			{
				name: 'Carousel of Pictures or Videos',
				value: 'mediaCarousel',
				description: 'A text with 2 to 10 cards to swipe through. Marketing only.',
			},
			{
				name: 'Carousel of Products',
				value: 'productCarousel',
				description: 'A text with up to 10 products of your catalog to swipe through. Marketing only.',
			},
			{
				name: 'Limited-Time Offer',
				value: 'offer',
				description: 'An offer with a code that counts down to its end. Marketing only.',
			},
			{
				name: 'Order Status',
				value: 'orderStatus',
				description: 'Tells what has become of an order that was to be paid in WhatsApp. Utility only.',
			},
			{
				name: 'Standard',
				value: 'standard',
				description: 'A text with header, footer and buttons, also for catalogs, products, Flows and orders to be paid',
			},
		],
		default: 'standard',
		description: 'What the template is made of',
		displayOptions: { show },
	};
}
