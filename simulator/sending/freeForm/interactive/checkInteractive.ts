import type { JsonObject } from '../../../JsonObject.ts';
import { toJsonObject } from '../../../toJsonObject.ts';
import { checkMembers } from '../checkMembers.ts';
import { checkTextValue } from '../checkTextValue.ts';
import { freeFormRefusal } from '../freeFormRefusal.ts';
import { checkOrderDetails } from '../orders/checkOrderDetails.ts';
import { checkOrderStatus } from '../orders/checkOrderStatus.ts';
import type { SentFreeForm } from '../SentFreeForm.ts';
import { checkAddress } from './checkAddress.ts';
import { checkCallButton } from './checkCallButton.ts';
import { checkCarousel } from './checkCarousel.ts';
import { checkFlow } from './checkFlow.ts';
import { checkListAction } from './checkListAction.ts';
import { checkParts } from './checkParts.ts';
import { checkProduct } from './checkProduct.ts';
import { checkProductList } from './checkProductList.ts';
import { checkReplyButtons } from './checkReplyButtons.ts';
import { checkUrlButton } from './checkUrlButton.ts';
import type { HeaderKind, InteractiveRule } from './InteractiveRule.ts';
import { readParameters } from './readParameters.ts';

/** Body of most types and of a list, in code points (messages/interactive-…, read 2025-12). */
const BODY_CHARACTERS = 1024;
const LIST_BODY_CHARACTERS = 4096;
const ANY_HEADER: readonly HeaderKind[] = ['text', 'image', 'video', 'document'];

const full = { headers: ANY_HEADER, bodyCharacters: BODY_CHARACTERS, hasFooter: true };
const bodyOnly = { headers: [], bodyCharacters: BODY_CHARACTERS, hasFooter: false };

const rules: Readonly<Record<string, InteractiveRule>> = {
	button: { ...full, checkAction: checkReplyButtons },
	list: { ...full, headers: ['text'], bodyCharacters: LIST_BODY_CHARACTERS, checkAction: checkListAction },
	cta_url: { ...full, checkAction: checkUrlButton },
	flow: { ...full, checkAction: checkFlow },
	product: { ...full, headers: [], isBodyOptional: true, checkAction: (action) => checkProduct(action) },
	product_list: { ...full, headers: ['text'], isHeaderRequired: true, checkAction: checkProductList },
	catalog_message: { ...full, headers: [], checkAction: checkCatalog },
	location_request_message: { ...bodyOnly, checkAction: named('send_location') },
	address_message: { ...full, checkAction: checkAddress },
	order_details: { ...full, headers: ['image'], checkAction: checkOrderDetails },
	order_status: { ...bodyOnly, hasFooter: true, checkAction: checkOrderStatus },
	carousel: { ...bodyOnly, checkAction: checkCarousel },
	voice_call: { ...bodyOnly, checkAction: checkCallButton },
	call_permission_request: { ...bodyOnly, isBodyOptional: true, checkAction: named('call_permission_request') },
	request_contact_info: { ...bodyOnly, checkAction: named('request_contact_info') },
};

/**
 * Checks an interactive message of any type.
 *
 * @throws {GraphError} 131008 for what is missing, 131009 for what cannot be, 100 for another shape
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages (read 2026-05)
 */
export function checkInteractive(sent: SentFreeForm): void {
	const { content } = sent;
	checkMembers(content, 'interactive', ['type', 'header', 'body', 'footer', 'action']);
	if (content.type === undefined) throw freeFormRefusal.missing('interactive.type');
	const rule = Object.hasOwn(rules, String(content.type)) ? rules[String(content.type)] : undefined;
	if (!rule) throw freeFormRefusal.wrong('interactive.type', `must be one of ${Object.keys(rules).join(', ')}`);
	const action = toJsonObject(content.action);
	if (!action) throw freeFormRefusal.missing('interactive.action');
	checkParts(content, rule, sent);
	rule.checkAction(action, sent);
}

function named(name: string): (action: JsonObject) => void {
	return (action) => void readParameters(action, name, true);
}

function checkCatalog(action: JsonObject): void {
	const { thumbnail_product_retailer_id: id } = readParameters(action, 'catalog_message', true);
	checkTextValue(id, { at: 'interactive.action.parameters.thumbnail_product_retailer_id' });
}
