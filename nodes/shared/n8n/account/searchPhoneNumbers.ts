import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { openAccount } from './openAccount';
import { toNodeError } from '../items/toNodeError';

/** Lists the business phone numbers of the account for a "From List" field, narrowed by what the user typed. */
export async function searchPhoneNumbers(this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
	const numbers = await openAccount(this)
		.then((account) => account.listPhoneNumbers())
		.catch((error: unknown) => {
			throw toNodeError(this.getNode(), error);
		});
	const results = numbers
		.map(({ id, displayPhoneNumber, verifiedName }) => ({ name: `${displayPhoneNumber} (${verifiedName})`, value: id }))
		.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(filter.toLowerCase()));
	return { results };
}
