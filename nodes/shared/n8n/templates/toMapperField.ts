import type { FieldType, ResourceMapperField } from 'n8n-workflow';

import type { TemplateField, TemplateFieldKind } from '../../cloudApi/templates/TemplateField';
import { toFieldTitle } from './toFieldTitle';

const TYPES: Record<TemplateFieldKind, FieldType> = {
	text: 'string',
	word: 'string',
	media: 'string',
	instant: 'dateTime',
	json: 'object',
	choice: 'options',
};

/**
 * Shows a field of a template in n8n's form. One that the template can do without is to be added.
 *
 * None is marked as required: n8n would name a missing one by its ID, which the form does not show, and ask for it also where
 * 'Values (JSON)' gives it. The node itself names it by its label.
 */
export function toMapperField(field: TemplateField): ResourceMapperField {
	return {
		id: field.id,
		displayName: toFieldTitle(field),
		required: false,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
		removed: !field.isRequired,
		type: TYPES[field.kind],
		...(field.choices && { options: field.choices }),
	};
}
