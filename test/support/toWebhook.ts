import { BUSINESS_ACCOUNT_ID, PHONE_NUMBER_ID } from './openStage';

/** Wraps values of the field `messages` into the body of a webhook, all in one entry. */
export function toWebhook(...values: Array<Record<string, unknown>>): Record<string, unknown> {
	const metadata = { display_phone_number: '15550100001', phone_number_id: PHONE_NUMBER_ID };
	const changes = values.map((value) => ({ field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...value } }));
	return { object: 'whatsapp_business_account', entry: [{ id: BUSINESS_ACCOUNT_ID, changes }] };
}
