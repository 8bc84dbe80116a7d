import type { IDataObject } from 'n8n-workflow';

import type { MessageTemplate } from '../../shared/cloudApi/templates/MessageTemplate';
import { InvalidInputError } from '../../shared/domain/InvalidInputError';
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
	const limit = read('returnAll', itemIndex, false) === true ? Infinity : toLimit(read('limit', itemIndex, 50));
	const filters = (read('filters', itemIndex, {}) ?? {}) as IDataObject;
	const found = (await list()).filter(({ template }) => passes(template, filters));
	return found.slice(0, limit).map((listed) => toTemplateJson(listed, isSimple));
}

function toLimit(given: unknown): number {
	const limit = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
	if (typeof limit === 'number' && Number.isInteger(limit) && limit >= 1) return limit;
	const advice = "Give a whole number from 1 on, or switch 'Return All' on.";
	throw new InvalidInputError('Limit', `'Limit' is not a number of templates: ${String(given).slice(0, 40)}`, advice);
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
