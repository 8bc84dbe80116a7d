import type { IdGenerator } from '../IdGenerator.ts';
import type { JsonObject } from '../JsonObject.ts';

/** What a message of this type carries when nobody says more; an empty object for a type without a sample. */
export function sampleContent(type: string, ids: IdGenerator): JsonObject {
	const media = (mimeType: string): JsonObject => ({
		mime_type: mimeType,
		sha256: '29ed500fa64eb55fc19dc4124acb300e5dcca0f822a301ae99944db2c9c5f3f0',
		id: ids.numericId(),
	});
	const samples: Record<string, () => JsonObject> = {
		image: () => media('image/jpeg'),
		video: () => media('video/mp4'),
		audio: () => ({ ...media('audio/ogg; codecs=opus'), voice: true }),
		document: () => ({ ...media('application/pdf'), filename: 'invoice.pdf' }),
		sticker: () => ({ ...media('image/webp'), animated: false }),
		location: () => ({ latitude: 52.52, longitude: 13.405, name: 'Market Square' }),
		contacts: () => ({
			contacts: [
				{ name: { formatted_name: 'Eve Stone', first_name: 'Eve' }, phones: [{ phone: '+1 202-555-0187' }] },
			],
		}),
		order: () => ({
			catalog_id: '800539874221',
			product_items: [{ product_retailer_id: 'lavender', quantity: 2, item_price: 7.5, currency: 'EUR' }],
		}),
		unsupported: () => ({ type: 'poll' }),
	};
	return samples[type]?.() ?? {};
}
