import type { JsonObject } from '../../../JsonObject.ts';
import { freeFormRefusal } from '../freeFormRefusal.ts';
import { readList } from '../readList.ts';
import { checkSectionTitles } from './checkSectionTitles.ts';

/** catalogs/share-products, read 2025-12. */
const SECTIONS = 10;
/** In all sections together. */
const PRODUCTS = 30;

/**
 * Checks a list of products.
 *
 * @throws {GraphError} 131008 for what is missing, 131009 for too many sections or products
 */
export function checkProductList(action: JsonObject): void {
	const at = 'interactive.action.sections';
	if (!action.catalog_id) throw freeFormRefusal.missing('interactive.action.catalog_id');
	const sections = readList(action.sections, { at, most: SECTIONS });
	checkSectionTitles(sections, at);
	const products = sections.flatMap((section, index) =>
		readList(section.product_items, { at: `${at}[${index}].product_items`, most: PRODUCTS }),
	);
	if (products.length > PRODUCTS) {
		throw freeFormRefusal.wrong(at, `have ${products.length} products, at most ${PRODUCTS} are allowed in total`);
	}
	if (products.some(({ product_retailer_id: id }) => !id)) {
		throw freeFormRefusal.missing(`${at} product_items.product_retailer_id`);
	}
}
