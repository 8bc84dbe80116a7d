import type { Engine } from '../../Engine.ts';
import { GraphError } from '../../graph/GraphError.ts';
import type { JsonObject } from '../../JsonObject.ts';
import { templateStatusUpdate } from '../../webhooks/templateStatusUpdate.ts';
import type { TemplateDefinition } from '../TemplateDefinition.ts';
import { templateProblem } from './templateProblem.ts';

const MOST_AT_ONCE = 100;

/**
 * Deletes all languages of a template (`name`), one of them (`hsm_id` and `name`), or up to 100 (`hsm_ids`).
 *
 * @param query - of the address
 * @throws {GraphError} 100 when nothing is named, or what is named is not there; then nothing is deleted
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management (read 2026-09-11)
 */
export function deleteTemplates(engine: Engine, query: JsonObject): void {
	for (const template of findNamed(engine, query)) {
		engine.templates.delete(template);
		engine.deliveries.enqueue(templateStatusUpdate({ ...template, status: 'DELETED' }, engine.clock.nowMs()));
	}
}

function findNamed({ templates }: Engine, { name, hsm_id: id, hsm_ids: ids }: JsonObject): TemplateDefinition[] {
	if (ids !== undefined) return readIds(ids).map((each) => templates.findById(each) ?? notFound(each));
	if (typeof name !== 'string' || name === '') {
		throw new GraphError(100, { message: '(#100) The parameter name is required.' });
	}
	const languages = templates.list().filter((template) => template.name === name);
	const chosen = id === undefined ? languages : languages.filter((template) => template.id === String(id));
	return chosen.length > 0 ? chosen : notFound(id === undefined ? name : `${name} with the ID ${String(id)}`);
}

function readIds(value: unknown): string[] {
	const ids = parse(value);
	if (Array.isArray(ids) && ids.length > 0 && ids.length <= MOST_AT_ONCE) return [...new Set(ids.map(String))];
	throw new GraphError(100, { message: `(#100) Param hsm_ids must be an array of 1 to ${MOST_AT_ONCE} IDs` });
}

function parse(value: unknown): unknown {
	try {
		return JSON.parse(String(value));
	} catch {
		return undefined;
	}
}

function notFound(what: string): never {
	throw templateProblem('other', `There is no message template ${what}.`);
}
