import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { createTemplateAdmin } from '../../shared/cloudApi/templates/createTemplateAdmin';
import { createGraphTransport } from '../../shared/n8n/account/createGraphTransport';
import { openAccount } from '../../shared/n8n/account/openAccount';
import { toNodeError } from '../../shared/n8n/items/toNodeError';

const SHOWN_CHARACTERS = 60;

/** Lists the templates of Meta's library in the language of the form, with the beginning of their texts, narrowed by what the user typed. */
export async function searchLibraryTemplates(this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
	const language = String(this.getCurrentNodeParameter('language') ?? 'en_US');
	const templates = await openAccount(this)
		.then(async ({ credentials }) => await createTemplateAdmin(createGraphTransport(this, credentials.graph)).listLibrary(language, filter))
		.catch((error: unknown) => {
			throw toNodeError(this.getNode(), error, 0);
		});
	const results = templates
		.map(({ name, body }) => ({ name: `${name}: ${body.length > SHOWN_CHARACTERS ? `${body.slice(0, SHOWN_CHARACTERS)}…` : body}`, value: name }))
		.sort((a, b) => a.value.localeCompare(b.value, 'en'));
	return { results };
}
