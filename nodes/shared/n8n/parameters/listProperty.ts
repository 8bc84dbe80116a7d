import type { INodeProperties } from 'n8n-workflow';

/**
 * A list of entries, each with the same fields.
 *
 * @param entry - what one of them is called, for example `button`; also its name in the parameter
 * @param title - the same as sentences name it, where it is more than the name with a capital
 */
export function listProperty(
	displayName: string,
	name: string,
	entry: string,
	values: INodeProperties[],
	title = entry.charAt(0).toUpperCase() + entry.slice(1),
): INodeProperties {
	return {
		displayName,
		name,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: `Add ${title.toLowerCase()}`,
		default: {},
		options: [{ displayName: title, name: entry, values }],
	};
}
