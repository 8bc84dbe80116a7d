import { InvalidInputError } from '../../domain/InvalidInputError';
import { isRecord } from '../../domain/isRecord';
import type { FreeFormMessage, MessageForm } from './FreeFormMessage';
import { interactiveMessage } from './interactiveMessage';
import { LONGEST, MOST } from './messageLimits';
import { readOptionalWords, readWords } from './readWords';
import { requireCount } from './requireCount';
import { toSections } from './toSections';

/**
 * Makes a message that shows one product of a catalog.
 *
 * @param form - `catalogId`, `productId`; the body may be missing here
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/sell-products-and-services (read 2025-12)
 */
export function toProductMessage(form: MessageForm): FreeFormMessage {
	const text = readOptionalWords('Body', form.body, LONGEST.body);
	const footer = readOptionalWords('Footer', form.footer, LONGEST.footer);
	const interactive = {
		type: 'product',
		...(text !== undefined && { body: { text } }),
		...(footer !== undefined && { footer: { text: footer } }),
		action: {
			catalog_id: readWords('Catalog ID', form.catalogId, LONGEST.caption).trim(),
			product_retailer_id: readWords('Product ID', form.productId, LONGEST.caption).trim(),
		},
	};
	const carried = { ...(text !== undefined && { text }), replies: [], others: ['the product'] };
	return { payload: { type: 'interactive', interactive }, carried };
}

/**
 * Makes a message that shows several products of a catalog.
 *
 * @param form - `catalogId`, `products`, each with `productId` and `section`; a text header is needed
 * @throws {InvalidInputError} when there are too few or too many, or some have a section and others not
 */
export function toProductListMessage(form: MessageForm): FreeFormMessage {
	const list: unknown[] = Array.isArray(form.products) ? form.products : [];
	requireCount('Products', list.length, 1, MOST.products);
	const products = list.map((raw, index) => {
		const product = isRecord(raw) ? raw : {};
		const of = (words: string) => `${words} of Product ${index + 1}`;
		const section = readOptionalWords(of('Section'), product.section, LONGEST.sectionTitle)?.trim();
		return { section, product_retailer_id: readWords(of('Product ID'), product.productId, LONGEST.caption).trim() };
	});
	const sections = toSections(products);
	requireCount('Sections', sections.length, 1, MOST.sections);
	if (sections.length > 1 && sections.some(({ title }) => title === undefined)) {
		throw new InvalidInputError('Section', "'Section' is empty for some products and not for others.", 'Give every product a section, or none.');
	}
	const action = {
		catalog_id: readWords('Catalog ID', form.catalogId, LONGEST.caption).trim(),
		sections: sections.map(({ title, entries }) => ({
			...(title !== undefined && { title }),
			product_items: entries.map(({ product_retailer_id: id }) => ({ product_retailer_id: id })),
		})),
	};
	return interactiveMessage(
		{ type: 'product_list', action, headers: 'text', others: ['the products'] },
		{ ...form, headerType: 'text' },
	);
}

/**
 * Makes a message that opens the catalog.
 *
 * @param form - `thumbnailProductId`, the product whose picture is shown; the first of the catalog when it is empty
 */
export function toCatalogMessage(form: MessageForm): FreeFormMessage {
	const thumbnail = readOptionalWords('Picture of Product', form.thumbnailProductId, LONGEST.caption)?.trim();
	const action = {
		name: 'catalog_message',
		...(thumbnail !== undefined && { parameters: { thumbnail_product_retailer_id: thumbnail } }),
	};
	return interactiveMessage({ type: 'catalog_message', action, others: ['the catalog'] }, form);
}
