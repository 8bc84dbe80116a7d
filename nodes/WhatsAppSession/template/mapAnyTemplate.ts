import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { toTemplateFields } from '../../shared/cloudApi/templates/toTemplateFields';
import { readChosenTemplate } from '../../shared/n8n/templates/readChosenTemplate';
import { toMapperField } from '../../shared/n8n/templates/toMapperField';

/** Gives the form of the chosen template, also of one that cannot be sent: a preview sends nothing. */
export async function mapAnyTemplate(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const template = await readChosenTemplate(this);
	const fields = template ? toTemplateFields(template) : [];
	return {
		fields: fields.map(toMapperField),
		emptyFieldsNotice: template
			? 'This template has no variables, so there is nothing to fill in.'
			: 'Choose a template, and its variables appear here.',
	};
}
