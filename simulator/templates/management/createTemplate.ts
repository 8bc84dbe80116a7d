import type { Engine } from '../../Engine.ts';
import type { JsonObject } from '../../JsonObject.ts';
import { createFromLibrary } from '../library/createFromLibrary.ts';
import { readTemplateRequest } from './readTemplateRequest.ts';
import { reviewTemplate } from './reviewTemplate.ts';
import { templateProblem } from './templateProblem.ts';

/**
 * Takes a new template and hands it to the review, unless it comes from the library.
 *
 * @returns Meta's answer: ID, status and category
 * @throws {GraphError} 100 when something is wrong with it, 100 with subcode 2388024 when there is one of that name and language
 */
export function createTemplate(engine: Engine, body: JsonObject): JsonObject {
	const isFromLibrary = body.library_template_name !== undefined;
	const draft = isFromLibrary ? createFromLibrary(engine, body) : readTemplateRequest(body, (handle) => engine.uploads.hasSample(handle));
	if (engine.templates.find(draft.name, draft.language)) {
		throw templateProblem('duplicate', `There is already ${draft.language} content for the template ${draft.name}.`);
	}
	const date = Math.floor(engine.clock.nowMs() / 1000);
	const template = engine.templates.put({ ...draft, quality_score: { score: 'UNKNOWN', date } });
	// What comes from the library was approved before.
	if (!isFromLibrary) reviewTemplate(engine, template);
	return { id: template.id, status: template.status, category: template.category };
}
