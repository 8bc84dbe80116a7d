import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

/** What an opt-in or opt-out is about; read with `readKind`. */
export function kindProperties(show: NonNullable<IDisplayOptions['show']>): INodeProperties[] {
	return [
		{
			displayName: 'Kind',
			name: 'kind',
			type: 'options',
			options: [
				{ name: 'Authentication', value: 'authentication', description: 'One-time passwords' },
				{ name: 'Everything', value: 'everything', description: 'All messages that are no answer to what the person writes' },
				{ name: 'Marketing', value: 'marketing', description: 'Offers, news, invitations' },
				{ name: 'Topic', value: 'topic', description: 'A topic of your own, such as a newsletter' },
				{ name: 'Utility', value: 'utility', description: 'Orders, appointments, accounts' },
			],
			default: 'marketing',
			description: 'The kind of message that the person has agreed to, or wants no more',
			displayOptions: { show },
		},
		{
			displayName: 'Topic',
			name: 'topic',
			type: 'string',
			default: '',
			placeholder: 'e.g. newsletter',
			description: 'What you call it in option Topic of Send Template; capital letters make no difference',
			displayOptions: { show: { ...show, kind: ['topic'] } },
		},
	];
}
