import type { TemplateDraft } from '../TemplateDraft.ts';
import type { TemplateComponent } from '../TemplateDefinition.ts';
import { body, buttons, linkWithEnd, mediaHeader, namedBody } from './seedParts.ts';

/** A card with a variable price, a reply and a link. */
function plantCard(plant: string, fileName: string, path: string): { components: TemplateComponent[] } {
	return {
		components: [
			mediaHeader('IMAGE', fileName),
			namedBody(`${plant}, now for {{price}} a pot`, { price: '$4.90' }),
			buttons(
				{ type: 'QUICK_REPLY', text: 'Reserve one' },
				linkWithEnd('View plant', 'https://shop.example/plants/', path),
			),
		],
	};
}

/** A card for a product of the catalog. */
const productCard: { components: TemplateComponent[] } = {
	components: [{ type: 'HEADER', format: 'PRODUCT' }, buttons({ type: 'SPM', text: 'View' })],
};

/** Marketing templates, one for each component and button that only they have. */
export const marketingSeeds: readonly TemplateDraft[] = [
	{
		name: 'product_video',
		category: 'MARKETING',
		components: [
			mediaHeader('VIDEO', 'watering.mp4'),
			body('Hello {{1}}, this is how our new watering system works. It takes five minutes to set up.', 'Ada'),
			buttons({ type: 'URL', text: 'Learn more', url: 'https://shop.example/watering' }),
		],
	},
	{
		name: 'coupon',
		category: 'MARKETING',
		components: [
			body('Hello {{1}}, thank you for shopping with us. Use this code for {{2}} off your next order.', 'Ada', '25%'),
			buttons({ type: 'COPY_CODE', text: 'Copy offer code', example: ['25OFF'] }),
		],
	},
	{
		name: 'flash_sale',
		category: 'MARKETING',
		components: [
			mediaHeader('IMAGE', 'sale.jpg'),
			{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Expiring offer!', has_expiration: true } },
			body('Good news, {{1}}! Use the code {{2}} for 25% off everything for the garden.', 'Ada', '25OFF'),
			buttons(
				{ type: 'COPY_CODE', text: 'Copy offer code', example: ['25OFF'] },
				linkWithEnd('Shop now', 'https://shop.example/sale?code=', '25OFF'),
			),
		],
	},
	{
		name: 'catalog_news',
		category: 'MARKETING',
		components: [
			body('Hello {{1}}, our catalog for the new season is here. Have a look!', 'Ada'),
			{ type: 'FOOTER', text: 'Best prices on WhatsApp' },
			buttons({ type: 'CATALOG', text: 'View catalog' }),
		],
	},
	{
		name: 'new_arrivals',
		category: 'MARKETING',
		components: [
			{ type: 'HEADER', format: 'TEXT', text: 'New for {{1}}', example: { header_text: ['spring'] } },
			body('Hello {{1}}, these plants came in this week. Tap to see them all.', 'Ada'),
			buttons({ type: 'MPM', text: 'View items' }),
		],
	},
	{
		name: 'single_product',
		category: 'MARKETING',
		components: [
			{ type: 'HEADER', format: 'PRODUCT' },
			body('Hello {{1}}, the plant you asked for is in stock again.', 'Ada'),
			buttons({ type: 'SPM', text: 'View' }),
		],
	},
	{
		name: 'summer_gif',
		category: 'MARKETING',
		components: [
			mediaHeader('GIF', 'summer.mp4'),
			body('Hello {{1}}, summer is here, and our terrace is open again.', 'Ada'),
			buttons({ type: 'QUICK_REPLY', text: 'Book a table' }),
		],
	},
	{
		name: 'plant_shelf',
		category: 'MARKETING',
		components: [
			body('Hello {{1}}, these plants from our catalog would suit your balcony.', 'Ada'),
			{ type: 'CAROUSEL', cards: [productCard, productCard] },
		],
	},
	{
		name: 'plant_collection',
		category: 'MARKETING',
		parameter_format: 'NAMED',
		components: [
			namedBody('Hello {{first_name}}, these are the plants of {{month}} that our gardeners chose for you.', {
				first_name: 'Ada',
				month: 'May',
			}),
			{
				type: 'CAROUSEL',
				cards: [
					plantCard('Lavender', 'lavender.jpg', 'lavender'),
					plantCard('Fern', 'fern.jpg', 'fern'),
					plantCard('Olive tree', 'olive.jpg', 'olive-tree'),
				],
			},
		],
	},
];
