/** Graph ID of the business number that the sample webhooks are about. */
export const PHONE_NUMBER_ID = '106540352242922';

const BUSINESS_ACCOUNT_ID = '102290129340398';

/** Wraps what Meta puts into `value` of the field `messages` into the body of a webhook. */
export function toWebhook(value: object): object {
	const metadata = { display_phone_number: '15550100001', phone_number_id: PHONE_NUMBER_ID };
	const change = { field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...value } };
	return { object: 'whatsapp_business_account', entry: [{ id: BUSINESS_ACCOUNT_ID, changes: [change] }] };
}
