import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { toNodeError } from '../items/toNodeError';
import { openAccount } from './openAccount';

/** What of a Flow can be sent: a draft only with the switch for it. */
const SENDABLE = ['PUBLISHED', 'DRAFT'];

/** Lists the Flows of the account that can be sent for a "From List" field, drafts marked, narrowed by what the user typed. */
export async function searchFlows(this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
	const flows = await openAccount(this)
		.then(async ({ cloudApi, credentials }) => await cloudApi.listFlows(credentials.businessAccountId))
		.catch((error: unknown) => {
			throw toNodeError(this.getNode(), error, 0);
		});
	const results = flows
		.filter(({ status }) => SENDABLE.includes(status))
		.map(({ id, name, status }) => ({ name: status === 'DRAFT' ? `${name} (draft)` : name, value: id }))
		.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(filter.toLowerCase()))
		.sort((a, b) => a.name.localeCompare(b.name, 'en'));
	return { results };
}
