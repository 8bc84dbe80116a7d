import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { templateProperties } from '../../../shared/n8n/templates/templateProperties';

const DESCRIPTIONS: Record<string, string> = {
	templateFrom: 'How the template is chosen',
	template: 'The message template, in one language and any state',
};

/**
 * The fields that choose a template in any state, without its form.
 *
 * @param show - when they are shown
 */
export function choiceProperties(show: IDisplayOptions['show']): INodeProperties[] {
	return templateProperties(show)
		.filter(({ name }) => name !== 'templateVariables' && name !== 'templateText')
		.map((property) => ({ ...property, description: DESCRIPTIONS[property.name] ?? property.description }))
		.map(withoutApproval);
}

function withoutApproval(property: INodeProperties): INodeProperties {
	if (property.name !== 'templateFrom') return property;
	return {
		...property,
		options: [
			{ name: 'From the Account', value: 'list', description: 'Pick one of the templates of the account' },
			{
				name: 'By Name and Language',
				value: 'name',
				description: 'Name the template, for workflows that move between accounts or choose at run time',
			},
		],
	};
}
