import type { Request, Response, Router } from 'express';
import type { Engine } from '../Engine.ts';
import { pickFields } from '../graph/pickFields.ts';
import { requireScope } from '../graph/requireScope.ts';
import type { JsonObject } from '../JsonObject.ts';
import { toJsonObject } from '../toJsonObject.ts';
import { DEFAULT_FIELDS, listTemplates } from './listTemplates.ts';
import { createTemplate } from './management/createTemplate.ts';
import { deleteTemplates } from './management/deleteTemplates.ts';
import { editTemplate } from './management/editTemplate.ts';
import { upsertTemplates } from './management/upsertTemplates.ts';
import type { TemplateDefinition } from './TemplateDefinition.ts';

/**
 * Adds `/{waba}/message_templates` (list, create, delete), `/{waba}/upsert_message_templates` and `/{template-id}` (read,
 * edit). An ID that is no template's is left to the routes after these.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management (read 2026-09-11)
 */
export function addTemplateRoutes(router: Router, engine: Engine): void {
	const { account, templates } = engine;
	const path = `/${account.businessAccountId}/message_templates`;
	const management = requireScope(engine, 'whatsapp_business_management');
	router.get(path, management, (request, response) => {
		const page = listTemplates(templates.list(), readQuery(request));
		response.json({
			data: page.data,
			...(page.cursors && { paging: toPaging(request, page.cursors, page.hasNext) }),
		});
	});
	router.post(path, management, ({ body }, response) => {
		response.json(createTemplate(engine, toJsonObject(body) ?? {}));
	});
	router.post(`/${account.businessAccountId}/upsert_message_templates`, management, ({ body }, response) => {
		response.json(upsertTemplates(engine, toJsonObject(body) ?? {}));
	});
	router.delete(path, management, ({ query }, response) => {
		deleteTemplates(engine, query);
		response.json({ success: true });
	});
	addTemplateObjectRoutes(router, engine);
}

function addTemplateObjectRoutes(router: Router, engine: Engine): void {
	const management = requireScope(engine, 'whatsapp_business_management');
	const isTemplate = (request: Request<{ id: string }>, response: Response, next: (route?: 'route') => void): void => {
		const template = engine.templates.findById(request.params.id);
		response.locals.template = template;
		next(template ? undefined : 'route');
	};
	router.get('/:id', isTemplate, management, ({ query }: Request<{ id: string }>, response) => {
		response.json(pickFields({ ...foundIn(response) }, query.fields ?? DEFAULT_FIELDS));
	});
	router.post('/:id', isTemplate, management, (request: Request<{ id: string }>, response) => {
		response.json(editTemplate(engine, foundIn(response), toJsonObject(request.body) ?? {}));
	});
}

function foundIn({ locals }: Response): TemplateDefinition {
	return locals.template as TemplateDefinition;
}

function readQuery({ query }: Request): Parameters<typeof listTemplates>[1] {
	const names = ['name', 'status', 'category', 'language', 'fields', 'after'];
	const texts = names
		.map((name) => [name, query[name]])
		.filter(([, value]) => typeof value === 'string' && value !== '');
	const limit = Number(query.limit);
	return { ...Object.fromEntries(texts), ...(Number.isInteger(limit) && limit > 0 && { limit }) };
}

function toPaging(request: Request, cursors: { before: string; after: string }, hasNext: boolean): JsonObject {
	const next = new URL(request.originalUrl, `${request.protocol}://${request.get('host')}`);
	next.searchParams.set('after', cursors.after);
	return { cursors, ...(hasNext && { next: next.toString() }) };
}
