import type { IDataObject } from 'n8n-workflow';

import type { MessageTemplate } from '../cloudApi/MessageTemplate';

/**
 * Reads what the builder filled in for the variables of a template.
 *
 * @param mapper - value of the field `templateVariables`
 * @param item - the item's fields, for automatic mapping: a field named as the variable fills it
 * @returns values by variable ID; variables that were left empty are missing from it
 */
export function readMappedValues(
	mapper: unknown,
	item: IDataObject,
	{ variables }: Pick<MessageTemplate, 'variables'>,
): Record<string, string> {
	const { mappingMode, value } = (mapper ?? {}) as { mappingMode?: string; value?: IDataObject | null };
	const given =
		mappingMode === 'autoMapInputData'
			? Object.fromEntries(variables.map(({ id, name }) => [id, item[id] ?? item[name]]))
			: (value ?? {});
	return Object.fromEntries(
		Object.entries(given)
			.map(([id, content]) => [id, toText(content)] as const)
			.filter(([, text]) => text !== ''),
	);
}

function toText(content: unknown): string {
	if (content === undefined || content === null) return '';
	return typeof content === 'object' ? JSON.stringify(content) : String(content);
}
