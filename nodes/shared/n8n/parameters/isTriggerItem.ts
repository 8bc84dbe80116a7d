import type { IDataObject } from 'n8n-workflow';

/** Says whether an item came out of the WhatsApp Session Trigger: it names the event and the business number of it. */
export function isTriggerItem({ event, phoneNumberId, businessAccountId }: IDataObject): boolean {
	return typeof event === 'string' && phoneNumberId !== undefined && businessAccountId !== undefined;
}
