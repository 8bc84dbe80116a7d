import type { JsonObject } from '../../JsonObject.ts';
import type { RenderedList, RenderedSection } from '../../templates/rendering/RenderedSection.ts';
import { sentComponents } from '../../templates/sentComponents.ts';
import { toJsonObject } from '../../toJsonObject.ts';
import type { MessageButton } from '../../world/MessageButton.ts';
import { renderOrderDetails, renderOrderStatus } from './renderOrder.ts';
import { textOf } from './textOf.ts';

/** Buttons by the type of the message; where no words were sent, those that WhatsApp puts there. */
const fixedButtons: Readonly<Record<string, (parameters: JsonObject) => MessageButton[]>> = {
	cta_url: ({ display_text: label, url }) => [{ ...opening(textOf(label)), opens: textOf(url) }],
	flow: ({ flow_cta: label }) => [{ kind: 'flow', text: textOf(label), value: '' }],
	product: () => [opening('View')],
	catalog_message: () => [opening('View catalog')],
	location_request_message: () => [{ kind: 'location', text: 'Send location', value: '' }],
	address_message: () => [{ kind: 'address', text: 'Provide address', value: '' }],
	voice_call: ({ display_text: label, payload }) => [
		{ kind: 'call', text: textOf(label) || 'Call Now', value: textOf(payload) },
	],
	call_permission_request: () => [
		{ kind: 'callPermission', text: 'Allow', value: 'accept' },
		{ kind: 'callPermission', text: 'Don’t allow', value: 'reject' },
	],
	request_contact_info: () => [{ kind: 'contactInfo', text: 'Share contact info', value: '' }],
};

/**
 * Shows what a person can tap in an interactive message or in a card of it.
 *
 * @param type - of the message or of the card
 */
export function renderAction(type: string, action: JsonObject): Pick<RenderedSection, 'header' | 'buttons' | 'list'> {
	const parameters = toJsonObject(action.parameters) ?? {};
	if (type === 'order_details') return renderOrderDetails(parameters);
	if (type === 'order_status') return renderOrderStatus(parameters);
	const list = renderList(type, action);
	if (list) return { buttons: [], list };
	const replies = sentComponents(action.buttons);
	if (replies.length > 0) return { buttons: replies.map(toReply) };
	const fixed = Object.hasOwn(fixedButtons, type) ? fixedButtons[type] : undefined;
	return { buttons: fixed?.(parameters) ?? [] };
}

function opening(text: string): MessageButton {
	return { kind: 'other', text, value: '' };
}

function toReply(button: JsonObject): MessageButton {
	const reply = toJsonObject(button.reply ?? button.quick_reply) ?? {};
	return { kind: 'reply', text: textOf(reply.title), value: textOf(reply.id) };
}

function renderList(type: string, action: JsonObject): RenderedList | undefined {
	if (type !== 'list' && type !== 'product_list') return undefined;
	const groups = sentComponents(action.sections).map(({ title, rows, product_items: products }) => ({
		...(textOf(title) && { title: textOf(title) }),
		rows: [...sentComponents(rows).map(toRow), ...sentComponents(products).map(toProduct)],
	}));
	return { label: textOf(action.button) || 'View items', groups };
}

function toRow({ id, title, description }: JsonObject): MessageButton {
	const row: MessageButton = { kind: 'listRow', text: textOf(title), value: textOf(id) };
	return textOf(description) ? { ...row, description: textOf(description) } : row;
}

function toProduct({ product_retailer_id: id }: JsonObject): MessageButton {
	return opening(textOf(id));
}
