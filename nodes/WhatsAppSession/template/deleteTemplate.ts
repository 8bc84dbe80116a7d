import type { IDataObject } from 'n8n-workflow';

import type { ListedTemplate } from '../../shared/cloudApi/templates/TemplateAdmin';
import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import type { TemplateRun } from './TemplateRun';
import { toWord } from './toWord';

/**
 * Deletes one language of a template, or all of them. Nothing is deleted that the account's own list does not show first.
 *
 * @throws {InvalidInputError} when the account does not have it, naming the languages it does exist in
 */
export async function deleteTemplate(run: TemplateRun, itemIndex: number): Promise<IDataObject[]> {
	const isAll = run.read('deleteLanguages', itemIndex, 'this') === 'all';
	const json = isAll ? await deleteAllLanguages(run, itemIndex) : await deleteOneLanguage(run, itemIndex);
	return [json];
}

async function deleteOneLanguage(run: TemplateRun, itemIndex: number): Promise<IDataObject> {
	const { id, name, language } = (await run.find(itemIndex)).template;
	await submit(run, name, id);
	return { deleted: true, name, language };
}

async function deleteAllLanguages(run: TemplateRun, itemIndex: number): Promise<IDataObject> {
	const name = await findName(run, itemIndex);
	const languages = (await run.list()).filter(isNamed(name)).map(({ template }) => template.language);
	await submit(run, name);
	return { deleted: true, name, languages };
}

async function findName(run: TemplateRun, itemIndex: number): Promise<string> {
	if (run.read('templateFrom', itemIndex, 'list') !== 'name') return (await run.find(itemIndex)).template.name;
	const name = toWord(run.read('templateName', itemIndex, ''));
	if ((await run.list()).some(isNamed(name))) return name;
	throw new InvalidInputError(
		'Template Name',
		name === '' ? "'Template Name' is empty." : `This account has no template '${name}', so nothing was deleted.`,
		'Look the name up in WhatsApp Manager, or pick the template from the list.',
	);
}

function isNamed(name: string): (listed: ListedTemplate) => boolean {
	return ({ template }) => template.name === name;
}

async function submit({ account, admin, forget }: TemplateRun, name: string, id?: string): Promise<void> {
	// Also after a failure: without an answer nobody knows what has become of it.
	await admin.deleteTemplate(account.credentials.businessAccountId, name, id).finally(forget);
}
