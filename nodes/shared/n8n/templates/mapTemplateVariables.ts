import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import type { MessageTemplate } from '../../cloudApi/templates/MessageTemplate';
import { templateState } from '../../cloudApi/templates/templateState';
import { toTemplateFields } from '../../cloudApi/templates/toTemplateFields';
import { readChosenTemplate } from './readChosenTemplate';
import { toMapperField } from './toMapperField';

/** The nodes that fill one variable in with their text; n8n calls the copy for an AI agent `…Tool`. */
const FILLED_WITH_TEXT = /(?:sendFreeForm|reachPerson)(?:Tool)?$/;

/**
 * Gives the form of the chosen template: one field for each value that it takes; those that it can do without are to be added.
 * A template that cannot be sent has none, because n8n shows the notice that says so only where there are no fields.
 *
 * Send Template marks what is needed as required. Send Free-form and Reach a Person mark nothing, because they fill one variable in with the
 * text; every value is checked again before a send.
 */
export async function mapTemplateVariables(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const marksRequired = !FILLED_WITH_TEXT.test(this.getNode().type);
	const template = await readChosenTemplate(this);
	const fields = template && templateState(template).isSendable ? toTemplateFields(template) : [];
	return { fields: fields.map((field) => toMapperField(field, marksRequired)), emptyFieldsNotice: toNotice(template) };
}

function toNotice(template: MessageTemplate | undefined): string {
	if (template === undefined) return 'Choose a template, and its variables appear here.';
	const state = templateState(template);
	if (!state.isSendable) return `This template cannot be sent: ${state.words}. ${state.advice}`;
	return template.unknownParts.length > 0
		? `This template has ${template.unknownParts.join(', ')}, for which there is no form: use the option 'Components (JSON)'.`
		: 'This template has no variables, so there is nothing to fill in.';
}
