import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { searchPhoneNumbers } from './searchPhoneNumbers';

/** Lists the business phone numbers of the account for the filter of a trigger. */
export async function loadPhoneNumbers(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const { results } = await searchPhoneNumbers.call(this);
	return results.map(({ name, value }) => ({ name, value }));
}
