import type { IDataObject } from 'n8n-workflow';

import type { ListedTemplate } from '../../shared/cloudApi/templates/TemplateAdmin';
import { templateState } from '../../shared/cloudApi/templates/templateState';
import { toTemplateFields } from '../../shared/cloudApi/templates/toTemplateFields';

/**
 * Shows a template: what it is, whether it can be sent, and what it is filled in with.
 *
 * @param isSimple - whether Meta's own components are left out
 */
export function toTemplateJson({ template, components }: ListedTemplate, isSimple: boolean): IDataObject {
	const { id, name, language, status, category, quality, body } = template;
	const state = templateState(template);
	return {
		id,
		name,
		language,
		status,
		category,
		quality,
		isSendable: state.isSendable,
		reason: state.isSendable ? null : state.words,
		fields: toTemplateFields(template).map(({ id: fieldId, label, isRequired, example }) => ({
			id: fieldId,
			label,
			required: isRequired,
			example,
		})),
		bodyText: body.text,
		...(!isSimple && { components }),
	};
}
