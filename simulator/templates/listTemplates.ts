import { pickFields } from '../graph/pickFields.ts';
import type { JsonObject } from '../JsonObject.ts';
import type { TemplateDefinition } from './TemplateDefinition.ts';

/** Query parameters of a template listing. */
export interface TemplateQuery {
	/** Part of the name; undefined for any. */
	name?: string;
	/** In any case of letters; undefined for any. */
	status?: string;
	/** In any case of letters; undefined for any. */
	category?: string;
	/** Exact code; undefined for any. */
	language?: string;
	/** Properties to list, separated by commas; the ID always comes along. */
	fields?: string;
	/** Templates on a page; 25 when undefined. */
	limit?: number;
	/** Cursor of the page before; undefined for the first page. */
	after?: string;
}

/** One page of a listing. */
export interface TemplatePage {
	/** The templates, reduced to the fields. */
	data: JsonObject[];
	/** Cursors around the page; undefined when it is empty. */
	cursors?: { before: string; after: string };
	/** True when `cursors.after` leads to more. */
	hasNext: boolean;
}

/** What is listed of a template when no fields are named. */
export const DEFAULT_FIELDS = 'name,parameter_format,components,language,status,category,id';

/**
 * One page of the templates that match.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management (read 2026-09-11)
 */
export function listTemplates(templates: readonly TemplateDefinition[], query: TemplateQuery): TemplatePage {
	const matching = templates.filter((template) => matches(template, query));
	const start = query.after ? fromCursor(query.after) : 0;
	const page = matching.slice(start, start + (query.limit ?? 25));
	const end = start + page.length;
	return {
		data: page.map((template) => pickFields({ ...template }, query.fields ?? DEFAULT_FIELDS)),
		...(page.length > 0 && { cursors: { before: toCursor(start), after: toCursor(end) } }),
		hasNext: end < matching.length,
	};
}

function matches(template: TemplateDefinition, query: TemplateQuery): boolean {
	return (
		template.name.includes(query.name ?? '') &&
		template.status === (query.status?.toUpperCase() ?? template.status) &&
		template.category === (query.category?.toUpperCase() ?? template.category) &&
		template.language === (query.language ?? template.language)
	);
}

function toCursor(position: number): string {
	return Buffer.from(`position:${position}`).toString('base64url');
}

function fromCursor(cursor: string): number {
	const position = Number(Buffer.from(cursor, 'base64url').toString().replace('position:', ''));
	return Number.isInteger(position) && position >= 0 ? position : 0;
}
