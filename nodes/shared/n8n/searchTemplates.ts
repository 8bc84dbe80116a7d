import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { openAccount } from './openAccount';
import { toNodeError } from './toNodeError';

/** Lists the approved templates of the account, name and language together, narrowed by what the user typed. */
export async function searchTemplates(this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
	const templates = await openAccount(this)
		.then((account) => account.listTemplates())
		.catch((error: unknown) => {
			throw toNodeError(this.getNode(), error, 0);
		});
	const results = templates
		.filter(({ status }) => status === 'APPROVED')
		.map(({ id, name, language, bodyText }) => ({ name: `${name} (${language})`, value: id, description: bodyText }))
		.filter(({ name, description }) => `${name} ${description}`.toLowerCase().includes(filter.toLowerCase()))
		.sort((a, b) => a.name.localeCompare(b.name, 'en'));
	return { results };
}
