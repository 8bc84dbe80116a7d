import type { INodeProperties } from 'n8n-workflow';

import { MESSAGE_FIELDS } from './messageFields';
import { MORE } from '../../shared/n8n/parameters/moreProperty';

/** What a parameter of a message is called. */
export interface AnswerLabel {
	/** As the editor shows it. */
	label: string;
	/** What its entries are called, and their members; undefined for a parameter that is no list. */
	entry?: { key: string; name: string; members: AnswerLabels };
	/** Its members; undefined for a parameter that is no collection of options. */
	members?: AnswerLabels;
	/** Whether it is written as JSON; so is what is kept of older forms. */
	isJson: boolean;
}

/** What parameters are called, by their names. */
export type AnswerLabels = ReadonlyMap<string, AnswerLabel>;

const PROPERTIES: ReadonlyMap<string, INodeProperties> = new Map(MESSAGE_FIELDS);

/**
 * Names the parameters of a message as the editor does, for sentences about them.
 *
 * @param fields - as `messageTypes` lists them
 */
export function answerLabels(fields: readonly string[]): AnswerLabels {
	return toLabels(fields.flatMap((field) => PROPERTIES.get(field) ?? []));
}

function toLabels(properties: readonly INodeProperties[]): AnswerLabels {
	return new Map(properties.map((property) => [property.name, toLabel(property)]));
}

function toLabel({ displayName, type, options = [] }: INodeProperties): AnswerLabel {
	const label = { label: displayName, isJson: type === 'json' || type === 'hidden' };
	if (type === 'collection') return { ...label, members: toLabels(options as INodeProperties[]) };
	const [list] = type === 'fixedCollection' ? options : [];
	if (!list || !('values' in list)) return label;
	return { ...label, entry: { key: list.name, name: list.displayName, members: toLabels(list.values.flatMap(withMore)) } };
}

/** What is under *More* stands beside the rest. */
function withMore(property: INodeProperties): INodeProperties[] {
	return property.name === MORE ? ((property.options ?? []) as INodeProperties[]) : [property];
}
