import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type { MessageTemplate } from '../../cloudApi/templates/MessageTemplate';
import { templateState } from '../../cloudApi/templates/templateState';
import { openAccount } from '../account/openAccount';
import { toNodeError } from '../items/toNodeError';

/** Enough to scroll through; the list asks for more when it gets to the end. */
const PAGE_SIZE = 100;

/**
 * Lists the templates of the account that can be sent, with language, category and quality, narrowed by what the user typed, those that are
 * found by their title before those by their text;
 * with the option 'Show Templates That Cannot Be Sent' the others too, and why not.
 *
 * @param paginationToken - how many have been shown so far
 */
export async function searchTemplates(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken?: unknown,
): Promise<INodeListSearchResult> {
	const showsAll = this.getCurrentNodeParameter('options.showUnsendable') === true;
	return await listTemplateChoices(this, { showsAll, filter, paginationToken });
}

/**
 * Lists templates to choose from; see {@link searchTemplates}.
 *
 * @param options.showsAll - whether those that cannot be sent are listed too
 */
export async function listTemplateChoices(
	context: ILoadOptionsFunctions,
	{ showsAll, filter, paginationToken }: { showsAll: boolean; filter: string; paginationToken?: unknown },
): Promise<INodeListSearchResult> {
	const templates = await openAccount(context)
		.then((account) => account.listTemplates())
		.catch((error: unknown) => {
			throw toNodeError(context.getNode(), error);
		});
	const words = filter.toLowerCase().split(/\s+/);
	const found = templates
		.filter((template) => showsAll || templateState(template).isSendable)
		.map((template) => ({ name: toTitle(template), value: template.id, description: template.body.text }))
		.filter(({ name, description }) => isFoundBy(words, `${name} ${description}`))
		.sort((a, b) => Number(isFoundBy(words, b.name)) - Number(isFoundBy(words, a.name)) || a.name.localeCompare(b.name, 'en'));
	const start = Number(paginationToken ?? 0);
	const end = start + PAGE_SIZE;
	return { results: found.slice(start, end), ...(end < found.length && { paginationToken: String(end) }) };
}

function isFoundBy(words: string[], text: string): boolean {
	return words.every((word) => text.toLowerCase().includes(word));
}

/** For example `order_update (en_US) · Utility · Green`; a quality that Meta has not rated yet is left out. */
function toTitle(template: MessageTemplate): string {
	const { name, language, category, quality } = template;
	const state = templateState(template);
	const rated = quality === 'UNKNOWN' ? [] : [capitalise(quality)];
	const title = [`${name} (${language})`, capitalise(category), ...rated].join(' · ');
	return state.isSendable ? title : `${title} · cannot be sent: ${state.words}`;
}

function capitalise(word: string): string {
	return word.charAt(0) + word.slice(1).toLowerCase();
}
