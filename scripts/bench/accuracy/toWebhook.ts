import type { Happening } from './Happening.ts';

/** The account that the business numbers belong to. */
export const BUSINESS_ACCOUNT_ID = '102290129340398';

type Change = Happening['change'];

/** Graph ID of one of the business numbers. */
export function phoneNumberIdOf(business: number): string {
	return `10654035224292${business}`;
}

/** The webhook in which happenings arrive together: messages to one business number share a list, as Meta batches them. */
export function toWebhook(happenings: Happening[]): object {
	const byPlace = Map.groupBy(happenings, ({ business, change }) => `${business} ${change.field} ${Object.keys(change.value).join()}`);
	const changes = [...byPlace.values()].map((together) => toChange(together[0]?.business ?? 0, together.map(({ change }) => change)));
	return { object: 'whatsapp_business_account', entry: [{ id: BUSINESS_ACCOUNT_ID, changes }] };
}

function toChange(business: number, changes: Change[]): Change {
	const [first] = changes;
	const metadata = { display_phone_number: `1555010000${business}`, phone_number_id: phoneNumberIdOf(business) };
	const lists = Object.keys(first?.value ?? {}).map((name) => [name, changes.length === 1 ? first?.value[name] : changes.flatMap(({ value }) => value[name])]);
	return { field: first?.field ?? '', value: { messaging_product: 'whatsapp', metadata, ...Object.fromEntries(lists) } };
}
