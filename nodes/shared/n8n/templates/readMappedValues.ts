import type { IDataObject } from 'n8n-workflow';

import type { TemplateField } from '../../cloudApi/templates/TemplateField';
import type { ParameterReader } from '../parameters/createParameterReader';

const PARAMETER = 'templateVariables';

/**
 * Reads what the builder filled into the form of a template, for one item.
 *
 * Each field is read by itself, because one that is a plain path into the item then costs no trip into n8n's expression
 * engine.
 *
 * @returns values by field ID; fields that were left empty are missing from it. With automatic mapping, a column of the item
 * that is named as the field's ID, or as its variable, fills it
 */
export function readMappedValues(
	read: ParameterReader,
	itemIndex: number,
	item: IDataObject,
	fields: TemplateField[],
): Record<string, unknown> {
	const { mappingMode, value } = (read.stored(PARAMETER) ?? {}) as { mappingMode?: string; value?: unknown };
	const given =
		mappingMode === 'autoMapInputData'
			? fields.map(({ id, alias }) => [id, ownField(item, id) ?? (alias === undefined ? undefined : ownField(item, alias))] as const)
			: readForm(read, itemIndex, value);
	return Object.fromEntries(given.filter(([, content]) => content !== undefined && content !== null && content !== ''));
}

function readForm(read: ParameterReader, itemIndex: number, stored: unknown): Array<readonly [string, unknown]> {
	const ids = typeof stored === 'object' && stored !== null ? Object.keys(stored) : [];
	// A dot is a step of the path to n8n; no field of this pack has one.
	const isPlain = typeof stored === 'object' && ids.every((id) => !id.includes('.'));
	if (isPlain) return ids.map((id) => [id, read(`${PARAMETER}.value.${id}`, itemIndex)] as const);
	const mapper = read(PARAMETER, itemIndex, {}) as { value?: IDataObject | null } | null;
	return Object.entries(mapper?.value ?? {});
}

function ownField(item: IDataObject, name: string): unknown {
	return Object.hasOwn(item, name) ? item[name] : undefined;
}
