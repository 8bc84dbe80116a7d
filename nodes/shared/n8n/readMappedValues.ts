import type { IDataObject } from 'n8n-workflow';

import type { TemplateField } from '../cloudApi/templates/TemplateField';

/**
 * Reads what the builder filled into the form of a template.
 *
 * @param mapper - value of the field `templateVariables`
 * @param item - the item's fields, for automatic mapping: one named as the field's ID, or as its variable, fills it
 * @returns values by field ID; fields that were left empty are missing from it
 */
export function readMappedValues(mapper: unknown, item: IDataObject, fields: TemplateField[]): Record<string, unknown> {
	const { mappingMode, value } = (mapper ?? {}) as { mappingMode?: string; value?: IDataObject | null };
	const given: Array<[string, unknown]> =
		mappingMode === 'autoMapInputData'
			? fields.map(({ id, alias }) => [id, item[id] ?? (alias === undefined ? undefined : item[alias])])
			: Object.entries(value ?? {});
	return Object.fromEntries(given.filter(([, content]) => content !== undefined && content !== null && content !== ''));
}
