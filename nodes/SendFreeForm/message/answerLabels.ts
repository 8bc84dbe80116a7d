import type { INodeProperties } from 'n8n-workflow';

import { entryProperties } from './entryProperties';
import { fieldProperties, footerProperty } from './fieldProperties';

/** What a parameter of a message is called. */
export interface AnswerLabel {
	/** As the editor shows it. */
	label: string;
	/** What an entry is called, and its members by their names; undefined for a parameter that is no list. */
	entry?: { name: string; labels: Readonly<Record<string, string>> };
	/** Whether it is written as JSON. */
	isJson: boolean;
}

const PROPERTIES: ReadonlyMap<string, INodeProperties> = new Map([...fieldProperties, ...entryProperties, footerProperty]);

/**
 * Names the parameters of a message as the editor does, for sentences about them.
 *
 * @param fields - as `messageTypes` lists them
 * @returns by the names of the parameters
 */
export function answerLabels(fields: readonly string[]): Readonly<Record<string, AnswerLabel>> {
	const properties = fields.flatMap((field) => PROPERTIES.get(field) ?? []);
	return Object.fromEntries(properties.map((property) => [property.name, toLabel(property)]));
}

function toLabel({ displayName, type, options }: INodeProperties): AnswerLabel {
	const [collection] = type === 'fixedCollection' ? (options ?? []) : [];
	const label = { label: displayName, isJson: type === 'json' };
	if (!collection || !('values' in collection)) return label;
	const labels = Object.fromEntries(collection.values.map((value) => [value.name, value.displayName]));
	return { ...label, entry: { name: collection.displayName, labels } };
}
