import type { INodeProperties } from 'n8n-workflow';

/** Where an entry of a list keeps what few entries have; `readAnswers` puts it beside the rest. */
export const MORE = 'more';

/** What few entries of a list have, so that the form stays short. */
export function moreProperty(placeholder: string, options: INodeProperties[]): INodeProperties {
	return { displayName: 'More', name: MORE, type: 'collection', placeholder, default: {}, options };
}
