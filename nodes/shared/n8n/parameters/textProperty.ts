import type { INodeProperties } from 'n8n-workflow';

/** A text of one line that may be left empty; a description that says no more than the label is left out. */
export function textProperty(displayName: string, name: string, placeholder: string, description?: string): INodeProperties {
	return { displayName, name, type: 'string', default: '', placeholder, ...(description !== undefined && { description }) };
}
