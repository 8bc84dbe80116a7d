import type { INodeProperties } from 'n8n-workflow';

/** The builder's own name for a message, under which a person gets it at most once. */
export const sendOnceKeyProperty: INodeProperties = {
	displayName: 'Send-Once Key',
	name: 'sendOnceKey',
	type: 'string',
	default: '',
	builderHint: { propertyHint: 'An expression that names the message, not the person: the order and the event, for example. A person gets a message with the same key once, however often the workflow runs.' },
	placeholder: 'e.g. order-1042-shipped',
	description:
		"A name for this message, for example the order number and the event. Whatever runs twice, a person gets a message with the same key once. Leave empty to be safe against n8n's Retry On Fail only.",
};
