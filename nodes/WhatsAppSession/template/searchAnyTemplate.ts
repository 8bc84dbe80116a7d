import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { listTemplateChoices } from '../../shared/n8n/templates/searchTemplates';

/** Lists every template of the account, also those that cannot be sent: they can be looked at, edited and deleted. */
export async function searchAnyTemplate(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken?: unknown,
): Promise<INodeListSearchResult> {
	return await listTemplateChoices(this, { showsAll: true, filter, paginationToken });
}
