import type { INodeProperties } from 'n8n-workflow';

/**
 * Which variable of a template takes the text of a message.
 *
 * @param show - when the field is shown
 */
export function textVariableProperty(show: Record<string, string[]>): INodeProperties {
	return {
		displayName: 'Variable for the Text',
		name: 'fallbackTextVariable',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		hint: 'The one that takes the text above; leave it empty below. A template with one variable needs no choice.',
		description: 'The variable of the template that takes the text of the message, in one line. The others are filled in below.',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a variable...',
				typeOptions: { searchListMethod: 'searchTemplateVariables' },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. body_1' },
		],
		displayOptions: { show },
	};
}
