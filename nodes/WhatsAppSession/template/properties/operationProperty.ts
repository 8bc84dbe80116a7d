import type { INodeProperties } from 'n8n-workflow';

export const operationProperty: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Create',
			value: 'create',
			action: 'Create template',
			description: 'Write a new template and submit it for review by Meta, which takes up to 24 hours',
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete template',
			description:
				'Delete one language of a template, or all of them; its name is then blocked for 30 days',
		},
		{
			name: 'Edit',
			value: 'edit',
			action: 'Edit template',
			description:
				'Change a template and submit it for review again; an approved one once a day',
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get template',
			description: 'Get one template with its state and what it is filled in with',
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many templates',
			description: 'List the message templates of the account',
		},
		{
			name: 'Preview',
			value: 'preview',
			action: 'Preview template',
			description: 'Fill a template in and see the text as a person would read it; nothing is sent',
		},
	],
	default: 'getAll',
	displayOptions: { show: { resource: ['template'] } },
};
