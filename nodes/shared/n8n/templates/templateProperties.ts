import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

/** What decides which template it is. */
const CHOICE = ['template.value', 'templateName', 'templateLanguage', 'templateFrom', 'options.fallbackLanguages'];

/** Holds nothing: a mapper without fields shows the notice of its method, and that is the text. */
const textProperty: INodeProperties = {
	displayName: 'Template Text',
	name: 'templateText',
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'defineBelow', value: null },
	description: 'The text of the chosen template, with its variables in bold',
	builderHint: { propertyHint: 'Only shows the text of the template in the editor. Leave it out.' },
	typeOptions: {
		loadOptionsDependsOn: [...CHOICE, 'consent'],
		resourceMapper: {
			resourceMapperMethod: 'showTemplateText',
			mode: 'add',
			fieldWords: { singular: 'text', plural: 'text' },
			addAllFields: true,
			multiKeyMatch: false,
			supportAutoMap: false,
			hideNoDataError: true,
			refreshIncompleteSchemaOnOpen: true,
		},
	},
};

// Not shown before a template is chosen: the editor asks for the form when the field appears, and cannot ask again while an
// expression of the node has no data to be evaluated with.
const variablesProperty: INodeProperties = {
	displayName: 'Template Variables',
	name: 'templateVariables',
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'defineBelow', value: null },
	builderHint: {
		propertyHint: 'The mappingMode is defineBelow, and value has one text for each field, by its ID: body_1 or body_first_name, header_1, header_media, button_1_suffix, card_1_body_1.',
	},
	description:
		'One field for each variable of the template. When it still shows those of another template, refresh the list in the menu on the right.',
	typeOptions: {
		loadOptionsDependsOn: CHOICE,
		resourceMapper: {
			resourceMapperMethod: 'mapTemplateVariables',
			mode: 'add',
			valuesLabel: 'Template Variables',
			fieldWords: { singular: 'optional field', plural: 'variables' },
			addAllFields: true,
			multiKeyMatch: false,
			supportAutoMap: true,
			// The method's own notice says why there are no fields.
			hideNoDataError: true,
			refreshIncompleteSchemaOnOpen: true,
			refreshStaleSchemaOnOpen: true,
		},
	},
};

/** The languages that will do when the wanted one does not exist; an option of the node. */
export const fallbackLanguagesProperty: INodeProperties = {
	displayName: 'Fallback Languages',
	name: 'fallbackLanguages',
	type: 'string',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add language' },
	default: [],
	placeholder: 'e.g. pt_PT',
	displayOptions: { show: { '/templateFrom': ['name'] } },
	description:
		"Further languages for a template that is chosen by name, in order: the first one that exists and can be sent is taken when 'Template Language' does not. The form shows the variables of that one.",
};

/** Shows templates in the list that cannot be sent, with the reason; an option of the node. */
export const showUnsendableProperty: INodeProperties = {
	displayName: 'Show Templates That Cannot Be Sent',
	name: 'showUnsendable',
	type: 'boolean',
	noDataExpression: true,
	default: false,
	displayOptions: { show: { '/templateFrom': ['list'] } },
	description: "Whether the list in 'Template' also shows those that cannot be sent, and why not",
};

/**
 * The fields that choose a message template and fill in its variables.
 *
 * @param show - when the fields are shown; undefined means always
 * @param choices - what else is to be chosen before the variables are filled in, once there is a template
 */
export function templateProperties(
	show?: IDisplayOptions['show'],
	choices: INodeProperties[] = [],
): INodeProperties[] {
	const shownFor = (more: IDisplayOptions['show'] = {}): Pick<INodeProperties, 'displayOptions'> =>
		show || Object.keys(more).length > 0 ? { displayOptions: { show: { ...show, ...more } } } : {};
	const whenChosen = (property: INodeProperties): INodeProperties[] =>
		[{ templateFrom: ['list'], template: [{ _cnd: { not: '' } }] }, { templateFrom: ['name'], templateName: [{ _cnd: { not: '' } }] }].map(
			(choice) => ({ ...property, ...shownFor({ ...property.displayOptions?.show, ...choice }) }),
		);
	return [
		{
			displayName: 'Choose Template',
			name: 'templateFrom',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'From the Account', value: 'list', description: 'Pick one of the approved templates of the account' },
				{
					name: 'By Name and Language',
					value: 'name',
					description: 'Name the template, for workflows that move between accounts or choose at run time',
				},
			],
			default: 'list',
			builderHint: { propertyHint: 'Choose name, and give templateName and templateLanguage: the IDs of templates differ between accounts.' },
			description: 'How the message template is chosen',
			...shownFor(),
		},
		{
			displayName: 'Template',
			name: 'template',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			required: true,
			description: 'The approved message template, in one language',
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					placeholder: 'Select a template...',
					typeOptions: { searchListMethod: 'searchTemplates', searchable: true },
				},
				{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 1259544702043867' },
			],
			...shownFor({ templateFrom: ['list'] }),
		},
		{
			displayName: 'Template Name',
			name: 'templateName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. order_update',
			description: 'Name of the template as WhatsApp Manager shows it',
			...shownFor({ templateFrom: ['name'] }),
		},
		{
			displayName: 'Template Language',
			name: 'templateLanguage',
			type: 'string',
			default: 'en_US',
			required: true,
			placeholder: 'e.g. en_US',
			description: 'Language code exactly as the template has it; en and en_US are two languages',
			...shownFor({ templateFrom: ['name'] }),
		},
		...whenChosen(textProperty),
		...choices.flatMap(whenChosen),
		...whenChosen(variablesProperty),
	];
}
