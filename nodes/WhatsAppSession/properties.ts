import type { INodeProperties } from 'n8n-workflow';

import { consentProperties } from './consent/consentProperties';
import { contactProperties } from './contact/contactProperties';
import { conversationProperties } from './conversation/conversationProperties';
import { messageProperties } from './message/messageProperties';
import { outboxProperties } from './outbox/outboxProperties';
import { sessionProperties } from './session/sessionProperties';
import { storeProperties } from './store/storeProperties';
import { threadProperties } from './thread/threadProperties';
import { usageProperties } from './usage/usageProperties';
import { workflowProperties } from './workflow/workflowProperties';
import { createProperties } from './template/properties/createProperties';
import { deleteProperties } from './template/properties/deleteProperties';
import { editProperties } from './template/properties/editProperties';
import { getProperties } from './template/properties/getProperties';
import { operationProperty } from './template/properties/operationProperty';
import { previewProperties } from './template/properties/previewProperties';

const shownForSetUpCheck = { displayOptions: { show: { resource: ['setUp'], operation: ['check'] } } };

export const properties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Consent', value: 'consent' },
			{ name: 'Contact', value: 'contact' },
			{ name: 'Conversation', value: 'conversation' },
			{ name: 'Message', value: 'message' },
			{ name: 'Outbox', value: 'outbox' },
			{ name: 'Session', value: 'session' },
			{ name: 'Set-Up', value: 'setUp' },
			{ name: 'Store', value: 'store' },
			{ name: 'Template', value: 'template' },
			{ name: 'Thread', value: 'thread' },
			{ name: 'Usage', value: 'usage' },
			{ name: 'Workflow', value: 'workflow' },
		],
		default: 'setUp',
	},
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Check',
				value: 'check',
				action: 'Check the set up',
				description: 'Check the connection to WhatsApp link by link',
			},
		],
		default: 'check',
		displayOptions: { show: { resource: ['setUp'] } },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Expected Callback URL',
				name: 'expectedCallbackUrl',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://n8n.example.com/webhook/5c1b7f4e/webhook',
				description:
					'The Production URL of your WhatsApp Session Trigger. When given, numbers whose messages go elsewhere are reported.',
			},
		],
		...shownForSetUpCheck,
	},
	...consentProperties,
	...contactProperties,
	...conversationProperties,
	...messageProperties,
	...outboxProperties,
	...sessionProperties,
	...storeProperties,
	operationProperty,
	...createProperties,
	...deleteProperties,
	...editProperties,
	...getProperties,
	...previewProperties,
	...threadProperties,
	...usageProperties,
	...workflowProperties,
];
