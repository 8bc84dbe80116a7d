import type { Router } from 'express';
import type { Engine } from '../../Engine.ts';
import { requireScope } from '../../graph/requireScope.ts';
import type { LibraryTemplate } from './LibraryTemplate.ts';
import { libraryTemplates } from './libraryTemplates.ts';

/**
 * Adds `/message_template_library`, on one page.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-library (read 2026-11-28)
 */
export function addLibraryRoute(router: Router, engine: Engine): void {
	router.get('/message_template_library', requireScope(engine, 'whatsapp_business_management'), ({ query }, response) => {
		response.json({ data: libraryTemplates.filter((template) => matches(template, query)) });
	});
}

function matches(template: LibraryTemplate, query: Record<string, unknown>): boolean {
	const { name, header = '', body, topic, usecase, industry, language } = template;
	const wants = (key: string, ...values: string[]) => query[key] === undefined || values.includes(String(query[key]));
	const search = String(query.search ?? '').toLowerCase();
	return (
		wants('name', name) &&
		wants('topic', topic) &&
		wants('usecase', usecase) &&
		wants('industry', ...industry) &&
		wants('language', language) &&
		[name, header, body].some((text) => text.toLowerCase().includes(search))
	);
}
