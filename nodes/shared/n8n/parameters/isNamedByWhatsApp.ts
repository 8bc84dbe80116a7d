import type { IDataObject } from 'n8n-workflow';

import { asObject } from './asObject';
import { isTriggerItem } from './isTriggerItem';

/**
 * Says whether an item shows that WhatsApp itself names somebody by a number: the item is of a trigger, this pack's or n8n's
 * own, and names the person so; or it has been through a node that found the person on record.
 *
 * Such a number is taken as it is: Meta keeps people under numbers that no plan has any more.
 *
 * @param digits - country code first, without `+`
 */
export function isNamedByWhatsApp(json: IDataObject, digits: string): boolean {
	const { waId, phoneNumber } = asObject(asObject(json.session).recipient);
	const names = [
		waId,
		phoneNumber,
		...(isTriggerItem(json) ? [json.from, json.recipient] : []),
		...(json.messaging_product === 'whatsapp' ? [...valuesOf(json.messages, 'from'), ...valuesOf(json.contacts, 'wa_id')] : []),
	];
	return names.some((name) => name === digits || name === `+${digits}`);
}

function valuesOf(list: unknown, key: string): unknown[] {
	return Array.isArray(list) ? list.map((entry) => asObject(entry)[key]) : [];
}
