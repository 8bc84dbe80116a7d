import type { INodeProperties } from 'n8n-workflow';

import { MESSAGE_FIELDS } from './messageFields';
import { MESSAGE_TYPES } from './messageTypes';

/** Shows a parameter for the types of message that are made of it. */
function shownWhereUsed(property: INodeProperties, field: string): INodeProperties {
	const messageType = Object.entries(MESSAGE_TYPES).flatMap(([type, { fields }]) => (fields.includes(field) ? [type] : []));
	const { show } = property.displayOptions ?? {};
	return { ...property, displayOptions: { show: { messageType, ...show } } };
}

/** The choice of a type of message, and the form of each. */
export const messageProperties: INodeProperties[] = [
	{
		displayName: 'Message Type',
		name: 'messageType',
		type: 'options',
		noDataExpression: true,
		options: Object.entries(MESSAGE_TYPES).map(([value, { name, description }]) => ({ name, value, description })),
		default: 'text',
		description: 'What kind of message goes out',
	},
	...MESSAGE_FIELDS.map(([field, property]) => shownWhereUsed(property, field)),
];
