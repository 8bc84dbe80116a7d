import type { Engine } from '../../Engine.ts';
import { GraphError } from '../../graph/GraphError.ts';
import type { JsonObject } from '../../JsonObject.ts';
import { sentComponents } from '../sentComponents.ts';
import { changeTemplate } from './changeTemplate.ts';
import { createTemplate } from './createTemplate.ts';
import { readTemplateRequest } from './readTemplateRequest.ts';
import { templateProblem } from './templateProblem.ts';

/**
 * Takes an authentication template in several languages: those that are there already are replaced and reviewed again.
 *
 * @returns Meta's answer: ID, status and language of each
 * @throws {GraphError} 100 for another category, for words on the buttons, which are Meta's here, or when something is wrong with it
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/bulk-management (read 2026-11-27)
 */
export function upsertTemplates(engine: Engine, body: JsonObject): JsonObject {
	const { languages, ...template } = body;
	if (!Array.isArray(languages) || languages.length === 0) {
		throw new GraphError(100, { message: '(#100) The parameter languages is required.' });
	}
	if (String(body.category).toUpperCase() !== 'AUTHENTICATION') {
		throw new GraphError(100, { message: '(#100) Param category must be one of {AUTHENTICATION}' });
	}
	const buttons = sentComponents(body.components).flatMap((component) => sentComponents(component.buttons));
	if (buttons.some(({ text, autofill_text: words }) => text !== undefined || words !== undefined)) {
		throw templateProblem('other', 'text and autofill_text are not supported here.');
	}
	const requests = languages.map((language: unknown) => ({ ...template, language }));
	const hasSample = (handle: string) => engine.uploads.hasSample(handle);
	// All of them are looked at before any is taken.
	for (const request of requests) readTemplateRequest(request, hasSample);
	return { data: requests.map((request) => upsertOne(engine, request)) };
}

function upsertOne(engine: Engine, request: JsonObject & { language: unknown }): JsonObject {
	const draft = readTemplateRequest(request, (handle) => engine.uploads.hasSample(handle));
	const existing = engine.templates.find(draft.name, draft.language);
	const { id, status } = existing
		? changeTemplate(engine, existing, { components: draft.components, status: 'APPROVED', rejected_reason: 'NONE' })
		: createTemplate(engine, request);
	return { id, status, language: draft.language };
}
