import type { FieldType, ResourceMapperField } from 'n8n-workflow';

import type { TemplateField, TemplateFieldKind } from '../../cloudApi/templates/TemplateField';

const TYPES: Record<TemplateFieldKind, FieldType> = {
	text: 'string',
	word: 'string',
	media: 'string',
	instant: 'dateTime',
	json: 'object',
};

/**
 * Shows a field of a template in n8n's form, with Meta's example, or what may be given, behind its label. One that the template can do without is to
 * be added.
 *
 * @param marksRequired - whether what is needed is marked as such
 */
export function toMapperField(field: TemplateField, marksRequired: boolean): ResourceMapperField {
	const { id, label, example, kind, isRequired } = field;
	const hint = field.hint ?? (example === '' ? '' : `e.g. ${example}`);
	return {
		id,
		displayName: hint === '' ? label : `${label} (${hint})`,
		required: marksRequired && isRequired,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
		removed: !isRequired,
		type: TYPES[kind],
	};
}
