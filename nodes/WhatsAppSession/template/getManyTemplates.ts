import type { IDataObject } from 'n8n-workflow';

import type { MessageTemplate } from '../../shared/cloudApi/templates/MessageTemplate';
import { readLimit } from '../register/readLimit';
import type { TemplateRun } from './TemplateRun';
import { toTemplateJson } from './toTemplateJson';
import { toWord } from './toWord';

/**
 * Lists the templates that pass the filters, in Meta's order; a filter without a value lets all of them pass.
 *
 * @throws {InvalidInputError} when the limit is no whole number from 1 on
 */
export async function getManyTemplates({ list, read }: TemplateRun, itemIndex: number): Promise<IDataObject[]> {
	const isSimple = read('simplify', itemIndex, true) !== false;
	const limit = readLimit(read, itemIndex);
	const filters = (read('filters', itemIndex, {}) ?? {}) as IDataObject;
	const found = (await list()).filter(({ template }) => passes(template, filters));
	return found.slice(0, limit).map((listed) => toTemplateJson(listed, isSimple));
}

function passes({ status, category, language, quality, name }: MessageTemplate, filters: IDataObject): boolean {
	const words = toWord(filters.nameContains).toLowerCase();
	return (
		isAmong(filters.status, status) &&
		isAmong(filters.category, category) &&
		isAmong(filters.language, language) &&
		isAmong(filters.quality, quality) &&
		name.includes(words)
	);
}

function isAmong(wanted: unknown, value: string): boolean {
	const list = (Array.isArray(wanted) ? wanted : [wanted]).filter((each) => typeof each === 'string' && each !== '');
	return list.length === 0 || list.includes(value);
}
