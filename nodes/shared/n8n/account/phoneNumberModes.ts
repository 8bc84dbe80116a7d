import type { INodeProperties } from 'n8n-workflow';

/** The ways to name a business number: from the numbers of the account, or by its ID. */
export const phoneNumberModes: Required<Pick<INodeProperties, 'modes'>> = {
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a number...',
			typeOptions: { searchListMethod: 'searchPhoneNumbers', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 106540352242922',
		},
	],
};
