import type { MessageTemplate } from './MessageTemplate';
import type { TemplateField } from './TemplateField';
import { toTemplateParts } from './toTemplateParts';

/** Lists the fields that a template message is filled in with, each once, in the order in which the person sees their values. */
export function toTemplateFields(template: MessageTemplate): TemplateField[] {
	const fields = toTemplateParts(template).flatMap((part) => part.fields);
	return [...new Map(fields.map((field) => [field.id, field])).values()];
}
