import type { JsonObject } from '../JsonObject.ts';
import type { TemplateDefinition } from '../templates/TemplateDefinition.ts';

/** How webhooks name a template; the language with a hyphen, unlike everywhere else, as in Meta's samples. */
export function templateNames({ id, name, language }: TemplateDefinition): JsonObject {
	return {
		message_template_id: Number(id),
		message_template_name: name,
		message_template_language: language.replace('_', '-'),
	};
}
