/** What is used of a JSON schema. */
export interface ItemSchema {
	type?: string | string[];
	properties?: Record<string, ItemSchema>;
	items?: ItemSchema;
}

/**
 * Names what of an item its schema does not list, or lists as another type; nothing where the schema says that it is an object and
 * not what is in it.
 *
 * @returns paths, for example `notSent.sendAt: string`; empty where the schema has it all
 */
export function unlistedFields(schema: ItemSchema | undefined, value: unknown, path = ''): string[] {
	const type = typeOf(value);
	// Of an object that may be null the editor shows no fields, so that schemas leave the null unsaid.
	const isListed = [schema?.type ?? []].flat().some((listed) => listed === type || (listed === 'number' && type === 'integer') || (listed === 'object' && type === 'null'));
	if (!schema || !isListed) return [`${path}: ${type}`];
	if (Array.isArray(value)) return schema.items ? value.flatMap((entry) => unlistedFields(schema.items, entry, `${path}[]`)) : [];
	if (type !== 'object' || !schema.properties) return [];
	const { properties } = schema;
	return Object.entries(value as object)
		.filter(([, inner]) => inner !== undefined)
		.flatMap(([name, inner]) => unlistedFields(properties[name], inner, path === '' ? name : `${path}.${name}`));
}

function typeOf(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	return typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value;
}
