import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import type { MessageTemplate } from '../../cloudApi/templates/MessageTemplate';
import { templateState } from '../../cloudApi/templates/templateState';
import { toTemplateFields } from '../../cloudApi/templates/toTemplateFields';
import type { FormField } from './FormField';
import { readChosenTemplate } from './readChosenTemplate';
import { toMapperField } from './toMapperField';

/**
 * Gives the form of the chosen template: one field for each value that it takes; those that it can do without are to be added.
 * A template that cannot be sent has none, because n8n shows the notice that says so only where there are no fields.
 */
export async function mapTemplateVariables(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const template = await readChosenTemplate(this);
	const fields = template && templateState(template).isSendable ? toFormFields(template) : [];
	return { fields, emptyFieldsNotice: toNotice(template) };
}

function toFormFields(template: MessageTemplate): FormField[] {
	const names = { ofTemplate: template.name, ofTemplateId: template.id };
	return toTemplateFields(template).map((field) => ({ ...toMapperField(field), ...names }));
}

function toNotice(template: MessageTemplate | undefined): string {
	if (template === undefined) return 'Choose a template, and its variables appear here.';
	const state = templateState(template);
	if (!state.isSendable) return `This template cannot be sent: ${state.words}. ${state.advice}`;
	return template.unknownParts.length > 0
		? `This template has ${template.unknownParts.join(', ')}, for which there is no form: use the option 'Components (JSON)'.`
		: 'This template has no variables, so there is nothing to fill in.';
}
