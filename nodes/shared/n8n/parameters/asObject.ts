import type { IDataObject } from 'n8n-workflow';

/** Gives an object of an item, or an empty one for everything else. */
export function asObject(value: unknown): IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as IDataObject) : {};
}
