import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import type { MessageTemplate } from '../cloudApi/templates/MessageTemplate';
import { templateVariableLabel } from '../cloudApi/templates/templateVariableLabel';
import { readChosenTemplate } from './readChosenTemplate';

/**
 * Gives the form of the chosen template: one field for each of its variables. A template that cannot be sent has none, because
 * n8n shows the notice that says so only where there are no fields.
 *
 * Send Template marks them all as required. Send Free-form marks none, because it fills one in with the text; every value
 * is checked again before a send.
 */
export async function mapTemplateVariables(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const required = this.getNode().type.endsWith('sendTemplate');
	const template = await readChosenTemplate(this);
	const variables = template?.unsupportedParts.length === 0 ? template.variables : [];
	return {
		fields: variables.map((variable) => ({
			id: variable.id,
			displayName: templateVariableLabel(variable),
			required,
			defaultMatch: false,
			canBeUsedToMatch: false,
			display: true,
			type: 'string',
		})),
		emptyFieldsNotice: toNotice(template),
	};
}

function toNotice(template: MessageTemplate | undefined): string {
	if (template === undefined) return 'Choose a template, and its variables appear here.';
	return template.unsupportedParts.length > 0
		? `This template cannot be sent yet: it has ${template.unsupportedParts.join(', ')}.`
		: 'This template has no variables, so there is nothing to fill in.';
}
