import type { INodeProperties } from 'n8n-workflow';

/** The parameters of the resource Workflow. */
export const workflowProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Convert',
				value: 'convert',
				action: 'Convert a workflow',
				description: "Put the nodes of this pack in the place of n8n's own WhatsApp nodes, and say what is left to do",
			},
		],
		default: 'convert',
		displayOptions: { show: { resource: ['workflow'] } },
	},
	{
		displayName: 'Workflow',
		name: 'workflow',
		type: 'json',
		typeOptions: { rows: 8 },
		default: '',
		placeholder: 'e.g. { "nodes": [ … ], "connections": { … } }',
		hint: 'Empty: the item itself',
		description:
			'A workflow as the editor copies it: select all its nodes (Ctrl+A), copy them (Ctrl+C), and paste them here. Empty, it is the item itself, as the n8n node gives workflows. Nothing is changed but what comes out.',
		displayOptions: { show: { resource: ['workflow'], operation: ['convert'] } },
	},
];
