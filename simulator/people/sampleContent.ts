import type { JsonObject } from '../JsonObject.ts';

/** What a message of this type carries when nobody says more; an empty object for a type without a sample. */
export function sampleContent(type: string): JsonObject {
	const samples: Record<string, JsonObject> = {
		location: { latitude: 52.52, longitude: 13.405, name: 'Market Square' },
		contacts: {
			contacts: [
				{ name: { formatted_name: 'Eve Stone', first_name: 'Eve' }, phones: [{ phone: '+1 202-555-0187' }] },
			],
		},
		order: {
			catalog_id: '800539874221',
			product_items: [{ product_retailer_id: 'lavender', quantity: 2, item_price: 7.5, currency: 'EUR' }],
		},
		unsupported: { type: 'poll' },
	};
	return (Object.hasOwn(samples, type) && samples[type]) || {};
}
