import type { Engine } from '../../Engine.ts';
import type { JsonObject } from '../../JsonObject.ts';
import type { TemplateDefinition } from '../TemplateDefinition.ts';
import { changeTemplate } from './changeTemplate.ts';
import { readTemplateRequest } from './readTemplateRequest.ts';
import { readTemplateSettings } from './readTemplateSettings.ts';
import { reviewTemplate } from './reviewTemplate.ts';
import { templateProblem } from './templateProblem.ts';

const EDITABLE = new Set(['APPROVED', 'REJECTED', 'PAUSED']);

/**
 * Changes a template and hands it to the review again. Components are replaced as a whole; without any they stay.
 *
 * @throws {GraphError} 100 with subcode 2388039 in a state that allows no edit or for the category of an approved template,
 * otherwise 100 when something is wrong with the new content
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management (read 2026-09-11)
 */
export function editTemplate(engine: Engine, template: TemplateDefinition, body: JsonObject): JsonObject {
	const { status, category } = template;
	if (!EDITABLE.has(status)) throw templateProblem('state', `A template that is ${status} can't be edited.`);
	const wanted = String(body.category ?? category).toUpperCase();
	if (status === 'APPROVED' && wanted !== category) {
		throw templateProblem('state', "The category of an approved template can't be changed.");
	}
	const edited = readEdit(engine, template, body, wanted);
	const pending = changeTemplate(engine, template, { ...edited, status: 'PENDING', rejected_reason: 'NONE' });
	reviewTemplate(engine, pending);
	return { success: true, id: pending.id, name: pending.name, category: pending.category };
}

function readEdit(
	engine: Engine,
	template: TemplateDefinition,
	body: JsonObject,
	category: string,
): Partial<TemplateDefinition> {
	const { name, language } = template;
	const hasSample = (handle: string) => engine.uploads.hasSample(handle);
	const request = {
		name,
		language,
		category,
		sub_category: template.sub_category,
		parameter_format: body.parameter_format ?? template.parameter_format,
		components: body.components ?? template.components,
		message_send_ttl_seconds: body.message_send_ttl_seconds ?? template.message_send_ttl_seconds,
	};
	const settings = readTemplateSettings(body, category);
	// Approved content was checked when it was new, and Meta lists codes in another form than it takes.
	if (body.components === undefined && category === template.category) return settings;
	return { ...readTemplateRequest(request, hasSample), ...settings };
}
