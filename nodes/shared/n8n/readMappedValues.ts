import type { IDataObject } from 'n8n-workflow';

import type { MessageTemplate } from '../cloudApi/templates/MessageTemplate';

/**
 * Reads what the builder filled in for the variables of a template.
 *
 * @param mapper - value of the field `templateVariables`
 * @param item - the item's fields, for automatic mapping: a field named as the variable fills it
 * @returns values by variable ID; variables that were left empty are missing from it. An object or a list is passed on as
 * it is, because no person can read it: `readTemplateValues` refuses it
 */
export function readMappedValues(
	mapper: unknown,
	item: IDataObject,
	{ variables }: Pick<MessageTemplate, 'variables'>,
): Record<string, unknown> {
	const { mappingMode, value } = (mapper ?? {}) as { mappingMode?: string; value?: IDataObject | null };
	const given =
		mappingMode === 'autoMapInputData'
			? Object.fromEntries(variables.map(({ id, name }) => [id, item[id] ?? item[name]]))
			: (value ?? {});
	return Object.fromEntries(
		Object.entries(given)
			.map(([id, content]) => [id, toValue(content)] as const)
			.filter(([, value]) => value !== ''),
	);
}

function toValue(content: unknown): unknown {
	return typeof content === 'object' && content !== null ? content : String(content ?? '');
}
