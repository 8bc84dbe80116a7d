import type { JsonObject } from '../../../JsonObject.ts';
import { freeFormRefusal } from '../freeFormRefusal.ts';

/**
 * Checks which product is shown. The simulator has no catalogue: any ID is good.
 *
 * @param at - name of the action, as the request spells it
 * @throws {GraphError} 131008 when an ID is missing
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/share-products (read 2025-12)
 */
export function checkProduct(action: JsonObject, at = 'interactive.action'): void {
	const absent = ['catalog_id', 'product_retailer_id'].find((name) => !action[name]);
	if (absent) throw freeFormRefusal.missing(`${at}.${absent}`);
}
