import type { INodeProperties } from 'n8n-workflow';

/** The list of examples for the variables of a text. */
export function examplesProperty(name: string, description: string): INodeProperties {
	return {
		displayName: 'Example Values',
		name,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Example' },
		placeholder: 'Add Example',
		default: {},
		description,
		options: [
			{
				displayName: 'Values',
				name: 'values',
				values: [
					{
						displayName: 'Variable',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. 1 or order_id',
						description: 'The number or name of the variable, with or without braces',
					},
					{
						displayName: 'Example',
						name: 'example',
						type: 'string',
						default: '',
						placeholder: 'e.g. Ada',
						description: 'A value like those that you are going to send',
					},
				],
			},
		],
	};
}
