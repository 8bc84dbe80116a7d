import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { buttonsProperty } from './buttonsProperty';

/**
 * The fields that make a template of Meta's library one's own.
 *
 * @param show - when they are shown
 */
export function libraryProperties(show: IDisplayOptions['show']): INodeProperties[] {
	const ofUtility = { displayOptions: { show: { ...show, category: ['UTILITY'] } } };
	return [
		{
			displayName: 'Library Template',
			name: 'libraryTemplate',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			required: true,
			description: "The template of WhatsApp's library, in the language above. Its text cannot be changed, and it needs no review.",
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					placeholder: 'Select a template...',
					typeOptions: { searchListMethod: 'searchLibraryTemplates', searchable: true },
				},
				{ displayName: 'By Name', name: 'name', type: 'string', placeholder: 'e.g. delivery_update_1' },
			],
			displayOptions: { show },
		},
		{
			...buttonsProperty("What the template's buttons open and call: one for each of them. Their words are WhatsApp's.", ['URL', 'PHONE_NUMBER'], ['text', 'deepLink']),
			name: 'libraryButtons',
			...ofUtility,
		},
		{
			displayName: 'Sentences to Add',
			name: 'librarySentences',
			type: 'multiOptions',
			options: [
				{ name: 'Contact Number', value: 'add_contact_number', description: 'How to reach you by phone' },
				{ name: 'Learn More Link', value: 'add_learn_more_link', description: 'Where to read more; WhatsApp leaves it out where it does not have it' },
				{ name: 'Track Package Link', value: 'add_track_package_link', description: 'Where to follow a parcel; WhatsApp leaves it out where it does not have it' },
			],
			default: [],
			description: "What is added to the text, in WhatsApp's words",
			...ofUtility,
		},
	];
}
