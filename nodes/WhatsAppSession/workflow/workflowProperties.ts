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
		type: 'string',
		typeOptions: { rows: 8 },
		// The editor would take a workflow that is pasted for an expression, because there are expressions in it.
		noDataExpression: true,
		default: '',
		placeholder: 'e.g. { "nodes": [ … ], "connections": { … } }',
		hint: 'Select all on the old canvas (Ctrl+A), copy (Ctrl+C), and paste here. Empty: the item itself.',
		description:
			'A workflow as the editor copies it. Empty, it is the item itself, as the n8n node gives workflows. Nothing is changed but what comes out.',
		displayOptions: { show: { resource: ['workflow'], operation: ['convert'] } },
	},
];
